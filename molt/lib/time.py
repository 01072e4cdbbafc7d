"""Clocks and the calendar: the time module. The local time zone is UTC: the host tells no other."""

from _molt_time import monotonic, monotonic_ns, sleep, struct_time, time, time_ns

__all__ = ["altzone", "asctime", "ctime", "daylight", "gmtime", "localtime", "mktime", "monotonic", "monotonic_ns", "perf_counter",
           "perf_counter_ns", "process_time", "process_time_ns", "sleep", "strftime", "struct_time", "thread_time", "time",
           "time_ns", "timezone", "tzname"]

perf_counter = monotonic
perf_counter_ns = monotonic_ns
# A component is not told how long it has been running on a processor: the time since its start.
_start_ns = monotonic_ns()

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def process_time_ns():
    return monotonic_ns() - _start_ns


def process_time():
    return process_time_ns() * 1e-9


thread_time = process_time
thread_time_ns = process_time_ns


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    """Days from 1970-01-01 to January 1 of the year (proleptic Gregorian)."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 - 719162


def _days_before_month(year, month):
    return _DAYS_BEFORE[month - 1] + (month > 2 and _is_leap(year))


def _broken_down(seconds):
    days, rest = divmod(seconds, 86400)
    year = 1970 + days // 366
    while _days_before_year(year + 1) <= days:
        year += 1
    yday = days - _days_before_year(year)
    month = 12
    while _days_before_month(year, month) > yday:
        month -= 1
    mday = yday - _days_before_month(year, month) + 1
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    return struct_time((year, month, mday, hour, minute, second, (days + 3) % 7, yday + 1, 0))


def _whole_seconds(secs):
    if secs is None:
        return time_ns() // 1000000000
    if isinstance(secs, float):
        if secs != secs:
            raise ValueError("Invalid value NaN (not a number)")
        seconds = int(secs // 1)
    else:
        seconds = range(secs).stop
    if not -67768040609740800 <= seconds <= 67768036191676799:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds


def gmtime(secs=None, /):
    return _broken_down(_whole_seconds(secs))


localtime = gmtime


def mktime(t, /):
    year, month, mday, hour, minute, second = t[:6]
    carry, month = divmod(month - 1, 12)
    year += carry
    days = _days_before_year(year) + _days_before_month(year, month + 1) + mday - 1
    return float(((days * 24 + hour) * 60 + minute) * 60 + second)


def asctime(t=None, /):
    if t is None:
        t = gmtime()
    return f"{_WEEKDAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(secs=None, /):
    return asctime(gmtime(secs))


def _week_of_year(yday, wday):
    """Number of the week that begins on the weekday numbered 0."""
    return (yday + 6 - wday) // 7


def _iso_year_week(t):
    year, wday, yday = t[0], t[6], t[7]
    week = (yday - 1 - wday + 10) // 7
    if week < 1:
        year -= 1
        return year, _weeks_in(year)
    if week > _weeks_in(year):
        return year + 1, 1
    return year, week


def _weeks_in(year):
    first = (_days_before_year(year) + 3) % 7
    return 53 if first == 3 or (first == 2 and _is_leap(year)) else 52


def _directive(code, t):
    """The text of one % directive in the C locale; None: not one."""
    year, month, mday, hour, minute, second, wday, yday = t[:8]
    match code:
        case "a":
            return _WEEKDAYS[wday][:3]
        case "A":
            return _WEEKDAYS[wday]
        case "b" | "h":
            return _MONTHS[month - 1][:3]
        case "B":
            return _MONTHS[month - 1]
        case "c":
            return asctime(t)
        case "C":
            return f"{year // 100:02d}"
        case "d":
            return f"{mday:02d}"
        case "D" | "x":
            return f"{month:02d}/{mday:02d}/{year % 100:02d}"
        case "e":
            return f"{mday:2d}"
        case "F":
            return f"{year}-{month:02d}-{mday:02d}"
        case "g":
            return f"{_iso_year_week(t)[0] % 100:02d}"
        case "G":
            return f"{_iso_year_week(t)[0]}"
        case "H":
            return f"{hour:02d}"
        case "I":
            return f"{(hour + 11) % 12 + 1:02d}"
        case "j":
            return f"{yday:03d}"
        case "k":
            return f"{hour:2d}"
        case "l":
            return f"{(hour + 11) % 12 + 1:2d}"
        case "m":
            return f"{month:02d}"
        case "M":
            return f"{minute:02d}"
        case "n":
            return "\n"
        case "p":
            return "PM" if hour >= 12 else "AM"
        case "P":
            return "pm" if hour >= 12 else "am"
        case "r":
            return f"{(hour + 11) % 12 + 1:02d}:{minute:02d}:{second:02d} {'PM' if hour >= 12 else 'AM'}"
        case "R":
            return f"{hour:02d}:{minute:02d}"
        case "s":
            return str(int(mktime(t)))
        case "S":
            return f"{second:02d}"
        case "t":
            return "\t"
        case "T" | "X":
            return f"{hour:02d}:{minute:02d}:{second:02d}"
        case "u":
            return str(wday + 1)
        case "U":
            return f"{_week_of_year(yday, (wday + 1) % 7):02d}"
        case "V":
            return f"{_iso_year_week(t)[1]:02d}"
        case "w":
            return str((wday + 1) % 7)
        case "W":
            return f"{_week_of_year(yday, wday):02d}"
        case "y":
            return f"{year % 100:02d}"
        case "Y":
            return str(year)
        case "z":
            return "+0000"
        case "Z":
            return "UTC"
        case "%":
            return "%"
    return None


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        t = gmtime()
    elif not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    parts = []
    at = 0
    while True:
        percent = format.find("%", at)
        if percent < 0 or percent + 1 == len(format):
            parts.append(format[at:])
            return "".join(parts)
        parts.append(format[at:percent])
        code = format[percent + 1]
        text = _directive(code, t)
        parts.append(f"%{code}" if text is None else text)
        at = percent + 2
