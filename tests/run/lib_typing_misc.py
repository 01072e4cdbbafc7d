"""typing constructs that must be inert at run time: generics, protocols, NamedTuple, TypedDict, overload."""

from typing import (
    Any,
    Callable,
    Final,
    Generic,
    Literal,
    NamedTuple,
    Optional,
    Protocol,
    TypeVar,
    TypedDict,
    Union,
    cast,
    overload,
)

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def peek(self) -> Optional[T]:
        return self.items[-1] if self.items else None


class Employee(NamedTuple):
    name: str
    id: int = 3

    def label(self) -> str:
        return f"{self.name}#{self.id}"


class Movie(TypedDict, total=False):
    title: str
    year: int


class Speaks(Protocol):
    def speak(self) -> str: ...


class Dog:
    def speak(self) -> str:
        return "woof"


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


def chorus(speakers: list[Speaks], times: Union[int, None] = 1, key: Callable[[str], Any] = str.upper) -> list[str]:
    return [key(s.speak()) * (times or 1) for s in speakers]


print(
    Stack[int]().push(1).push("not checked").items,
    Stack().peek(),
    Employee("Ann"),
    Employee("Bob", 7).label(),
    Employee("Ann")._replace(id=5),
    Movie(title="M", year=1931),
    double(4),
    double("ab"),
    chorus([Dog()], 2),
    cast(int, "text"),
    cast("Anything", 5),
)


class Cache(Generic[T]):
    limit: Final = 2
    mode: Literal["lru", "fifo"] = "fifo"

    def __init__(self, load: Callable[[str], T]) -> None:
        self.load, self.data = load, {}

    def __getitem__(self, key: str) -> T:
        if key not in self.data:
            if len(self.data) == self.limit:
                del self.data[next(iter(self.data))]
            self.data[key] = self.load(key)
        return self.data[key]


class LengthCache(Cache[int]):
    def __init__(self) -> None:
        super().__init__(len)


cache = LengthCache()
print(
    [cache[k] for k in ("a", "bb", "a", "ccc")],
    cache.data,
    isinstance(cache, Cache),
    LengthCache.__mro__[1] is Cache,
    Cache.mode,
)
e = Employee(id=1, name="Kim")
name, number = e
print(name, number, e == ("Kim", 1), e._fields, sorted([Employee("b", 2), Employee("a", 9)]), Employee._field_defaults)
for bad in (
    lambda: Employee(),
    lambda: Employee("a", 1, 2),
    lambda: setattr(e, "id", 2),
    lambda: Speaks(),
    lambda: Movie(5),
    lambda: Stack[int]().pop(),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
later: "Undefined[name, is, never, evaluated]" = 1
print(later, Movie(title="x").get("year"), Movie() == {}, type(Movie(title="x")).__name__)
