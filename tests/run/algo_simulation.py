"""A discrete event simulation with a priority queue, generators as processes and a fixed random generator."""

from heapq import heappop, heappush


class Random:
    """A linear congruential generator, so that every run is the same."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % n

    def choice(self, items):
        return items[self.below(len(items))]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]


class Interrupted(Exception):
    pass


class Simulation:
    def __init__(self):
        self.now = 0
        self.queue = []
        self.serial = 0
        self.trace = []

    def schedule(self, delay, process, value=None):
        if delay < 0:
            raise ValueError(f"cannot schedule {delay} into the past")
        heappush(self.queue, (self.now + delay, self.serial, process, value))
        self.serial += 1

    def log(self, text):
        self.trace.append(f"{self.now:>4} {text}")

    def start(self, process):
        self.schedule(0, process)
        return process

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process, value = heappop(self.queue)
            try:
                request = process.throw(value) if isinstance(value, Exception) else process.send(value)
            except StopIteration as stop:
                if stop.value is not None:
                    self.log(f"result {stop.value}")
                continue
            if isinstance(request, int):
                self.schedule(request, process)
            else:
                request(self, process)
        return self.now


class Resource:
    def __init__(self, name, capacity):
        self.name, self.free, self.waiting = name, capacity, []
        self.longest = 0

    def acquire(self, simulation, process):
        if self.free:
            self.free -= 1
            simulation.schedule(0, process, "immediately")
        else:
            self.waiting.append((simulation.now, process))
            self.longest = max(self.longest, len(self.waiting))

    def release(self, simulation, process):
        if self.waiting:
            since, next_process = self.waiting.pop(0)
            simulation.schedule(0, next_process, f"after {simulation.now - since}")
        else:
            self.free += 1
        simulation.schedule(0, process)


def customer(simulation, name, tills, patience, statistics):
    arrived = simulation.now
    try:
        how = yield tills.acquire
        simulation.log(f"{name} served {how}")
        yield patience
    except Interrupted as error:
        simulation.log(f"{name} leaves: {error}")
        statistics["left"] += 1
        return None
    finally:
        statistics["seen"] += 1
    yield tills.release
    statistics["time"].append(simulation.now - arrived)
    return f"{name} took {simulation.now - arrived}" if name.endswith("0") else None


def arrivals(simulation, rng, tills, statistics, n):
    for i in range(n):
        yield rng.below(4)
        simulation.start(customer(simulation, f"c{i}", tills, 3 + rng.below(6), statistics))


def inspector(simulation, tills):
    while True:
        yield 10
        simulation.log(f"inspector sees {len(tills.waiting)} waiting, {tills.free} free")
        if len(tills.waiting) > 2:
            _, victim = tills.waiting.pop()
            simulation.schedule(0, victim, Interrupted("queue too long"))


for seed, capacity in ((1, 2), (7, 1), (42, 4)):
    rng, simulation = Random(seed), Simulation()
    tills = Resource("tills", capacity)
    statistics = {"seen": 0, "left": 0, "time": []}
    simulation.start(arrivals(simulation, rng, tills, statistics, 15))
    simulation.start(inspector(simulation, tills))
    end = simulation.run(until=60)
    times = statistics["time"]
    print(
        seed,
        capacity,
        "end",
        end,
        "served",
        len(times),
        "left",
        statistics["left"],
        "longest queue",
        tills.longest,
        "mean",
        f"{sum(times) / len(times):.3f}",
        "max",
        max(times),
    )
    print(*simulation.trace[:12], sep="\n")
cards = list(range(10))
rng = Random(5)
rng.shuffle(cards)
print(cards, [rng.choice("abc") for _ in range(8)], sorted(rng.below(100) for _ in range(6)))
try:
    Simulation().schedule(-1, None)
except ValueError as error:
    print(error)
