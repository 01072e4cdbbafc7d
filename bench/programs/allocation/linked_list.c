#include "../twin.h"

typedef struct Cell {
  int64_t value;
  struct Cell *rest;
} Cell;

static Cell *new_cell(int64_t value, Cell *rest) {
  Cell *cell = malloc(sizeof(Cell));
  *cell = (Cell){value, rest};
  return cell;
}

static Cell *build(int64_t n, int64_t seed) {
  Cell *head = NULL;
  for (int64_t i = 0; i < n; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    head = new_cell(seed / 65536, head);
  }
  return head;
}

static Cell *reverse(Cell *head) {
  Cell *done = NULL;
  while (head) {
    Cell *rest = head->rest;
    head->rest = done;
    done = head;
    head = rest;
  }
  return done;
}

static Cell *without_multiples(Cell *head, int64_t divisor) {
  Cell *first = new_cell(0, head), *before = first;
  while (before->rest) {
    Cell *next = before->rest;
    if (next->value % divisor == 0) {
      before->rest = next->rest;
      free(next);
    } else {
      before = next;
    }
  }
  Cell *result = first->rest;
  free(first);
  return result;
}

static Cell *split(Cell *head) {
  Cell *slow = head, *fast = head->rest;
  while (fast && fast->rest) slow = slow->rest, fast = fast->rest->rest;
  Cell *second = slow->rest;
  slow->rest = NULL;
  return second;
}

static Cell *merge(Cell *a, Cell *b) {
  Cell *first = new_cell(0, NULL), *last = first;
  while (a && b) {
    if (a->value <= b->value) {
      last->rest = a;
      a = a->rest;
    } else {
      last->rest = b;
      b = b->rest;
    }
    last = last->rest;
  }
  last->rest = a ? a : b;
  Cell *result = first->rest;
  free(first);
  return result;
}

static Cell *merge_sort(Cell *head) {
  if (!head || !head->rest) return head;
  Cell *second = split(head), *left = merge_sort(head);
  return merge(left, merge_sort(second));
}

static int64_t checksum(const Cell *head) {
  int64_t total = 0;
  for (; head; head = head->rest) total = (total * 31 + head->value) % 1000000007;
  return total;
}

static void drop(Cell *head) {
  while (head) {
    Cell *rest = head->rest;
    free(head);
    head = rest;
  }
}

int main(int argc, char **argv) {
  int64_t rounds = size_argument(argc, argv, 45), total = 0;
  for (int64_t i = 0; i < rounds; i++) {
    Cell *head = build(20000, i);
    total += checksum(head);
    head = merge_sort(head);
    total += checksum(head);
    head = reverse(without_multiples(head, 3));
    total += checksum(head);
    drop(head);
  }
  printf("%" PRId64 "\n", total);
  return 0;
}
