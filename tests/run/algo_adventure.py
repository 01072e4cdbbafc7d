"""A text adventure as a state machine: rooms, items, commands and their errors."""


class GameError(Exception):
    """A command that cannot be carried out; the message is for the player."""


class Room:
    def __init__(self, title, exits, items=()):
        self.title = title
        self.exits = exits
        self.items = set(items)
        self.visits = 0


def world():
    return {
        "hall": Room("a dusty hall", {"north": "library", "east": "cellar"}, ["lamp"]),
        "library": Room("a library", {"south": "hall"}, ["book", "key"]),
        "cellar": Room("a dark cellar", {"west": "hall", "down": "vault"}),
        "vault": Room("the vault", {"up": "cellar"}, ["gold"]),
    }


class Game:
    def __init__(self):
        self.rooms = world()
        self.place = "hall"
        self.bag = []
        self.flags = {"lit": False, "unlocked": False}
        self.turns = 0
        self.finished = False

    @property
    def room(self):
        return self.rooms[self.place]

    def look(self):
        if self.place == "cellar" and not self.flags["lit"]:
            return "It is dark."
        items = ", ".join(sorted(self.room.items)) or "nothing"
        return f"You are in {self.room.title}. Items: {items}. Exits: {'/'.join(self.room.exits)}."

    def go(self, direction):
        if direction not in self.room.exits:
            raise GameError(f"You cannot go {direction}.")
        target = self.room.exits[direction]
        if target == "vault" and not self.flags["unlocked"]:
            raise GameError("The trapdoor is locked.")
        self.place = target
        self.room.visits += 1
        return self.look()

    def take(self, item):
        if self.place == "cellar" and not self.flags["lit"]:
            raise GameError("You see nothing.")
        try:
            self.room.items.remove(item)
        except KeyError:
            raise GameError(f"There is no {item} here.") from None
        self.bag.append(item)
        return f"Taken: {item}."

    def drop(self, item):
        if item not in self.bag:
            raise GameError(f"You have no {item}.")
        self.bag.remove(item)
        self.room.items.add(item)
        return "Dropped."

    def use(self, item):
        if item not in self.bag:
            raise GameError(f"You have no {item}.")
        if item == "lamp":
            self.flags["lit"] = not self.flags["lit"]
            return f"The lamp is {'on' if self.flags['lit'] else 'off'}."
        if item == "key" and self.place == "cellar":
            self.flags["unlocked"] = True
            return "Click."
        return "Nothing happens."

    def inventory(self):
        return "You carry " + (" and ".join(self.bag) if self.bag else "nothing") + "."

    def quit(self):
        self.finished = True
        return f"Score {10 * len(self.bag) + 50 * ('gold' in self.bag)} in {self.turns} turns."

    def execute(self, line):
        verb, *arguments = line.lower().split() or ["look"]
        verb = {"n": "go north", "s": "go south", "i": "inventory", "get": "take"}.get(verb, verb)
        verb, *more = verb.split()
        method = getattr(self, verb, None)
        if verb.startswith("_") or not callable(method) or verb == "execute":
            raise GameError(f"I do not know how to {verb}.")
        self.turns += 1
        try:
            return method(*more, *arguments)
        except TypeError as error:
            raise GameError(f"{verb}: wrong number of words") from error


SCRIPT = """look
take book
get lamp
go east

take gold
use lamp
go down
go west
n
TAKE key
take key
i
drop book
use book
s
go east
use key
go down
take gold
take
dance wildly
place
go up
inventory
quit"""

game = Game()
for line in SCRIPT.split("\n"):
    try:
        answer = game.execute(line)
    except GameError as problem:
        answer = f"! {problem}" + (f" ({type(problem.__cause__).__name__})" if problem.__cause__ else "")
    print(f"> {line}\n{answer}")
    if game.finished:
        break
print({name: room.visits for name, room in game.rooms.items()}, game.flags, game.bag)
