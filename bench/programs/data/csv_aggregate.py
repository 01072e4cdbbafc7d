"""Lines of CSV, some with quoted fields, read and summed up by region and by product."""

import sys

REGIONS = ["North", "South", "East", "West", "Central"]
PRODUCTS = ["bolt", "nut", "washer, flat", 'screw 3"', "gear", "belt", "pulley", "spring"]


class Totals:
    def __init__(self):
        self.count = 0
        self.quantity = 0
        self.revenue = 0.0
        self.largest = 0.0

    def add(self, quantity, revenue):
        self.count += 1
        self.quantity += quantity
        self.revenue += revenue
        if revenue > self.largest:
            self.largest = revenue


def quoted(field):
    if "," in field or '"' in field:
        return '"' + field.replace('"', '""') + '"'
    return field


def make_text(rows):
    lines = ["date,region,product,quantity,price"]
    seed = 5
    for _ in range(rows):
        seed = (seed * 1103515245 + 12345) % 2147483648
        pick = seed // 65536
        date = f"2024-{pick % 12 + 1:02d}-{pick % 28 + 1:02d}"
        product = quoted(PRODUCTS[pick // 5 % len(PRODUCTS)])
        lines.append(f"{date},{REGIONS[pick % 5]},{product},{pick % 40 + 1},{pick % 9973 / 100:.2f}")
    return "\n".join(lines) + "\n"


def split_fields(line):
    """The fields of a line; in quotes, a comma is text and a doubled quote is one."""
    if '"' not in line:
        return line.split(",")
    fields = []
    field = []
    in_quotes = False
    i = 0
    while i < len(line):
        c = line[i]
        if in_quotes:
            if c != '"':
                field.append(c)
            elif line[i + 1:i + 2] == '"':
                field.append('"')
                i += 1
            else:
                in_quotes = False
        elif c == '"':
            in_quotes = True
        elif c == ",":
            fields.append("".join(field))
            field = []
        else:
            field.append(c)
        i += 1
    fields.append("".join(field))
    return fields


def aggregate(text):
    lines = text.splitlines()
    header = split_fields(lines[0])
    by_region = {}
    by_product = {}
    by_month = {}
    for line in lines[1:]:
        row = dict(zip(header, split_fields(line)))
        quantity = int(row["quantity"])
        revenue = quantity * float(row["price"])
        for table, key in ((by_region, row["region"]), (by_product, row["product"]), (by_month, row["date"][:7])):
            if key not in table:
                table[key] = Totals()
            table[key].add(quantity, revenue)
    return by_region, by_product, by_month


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 350000
    for table in aggregate(make_text(rows)):
        for key in sorted(table):
            totals = table[key]
            print(f"{key:<14}{totals.count:>8}{totals.quantity:>10}{totals.revenue:>16.2f}{totals.largest:>10.2f}")


if __name__ == "__main__":
    main()
