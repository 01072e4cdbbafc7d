"""A scheduler of an operating system in miniature, in the manner of Martin Richards' benchmark.

Tasks of four kinds pass packets to each other; the scheduler always runs the first task of highest priority that can run.
"""

import sys

WORK = 1
DEVICE = 2
BUFFER = 4


class Packet:
    def __init__(self, owner, kind, link):
        self.owner = owner
        self.kind = kind
        self.link = link
        self.position = 0
        self.data = [0] * BUFFER


def append_packet(queue, packet):
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


class Task:
    """What the kinds of task share: a queue of packets and three states."""

    def __init__(self, scheduler, identity, priority, queue):
        self.scheduler = scheduler
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.waiting = queue is None
        self.held = False
        self.runs = 0
        scheduler.add(self)

    def can_run(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
            packet.link = None
        return packet

    def run(self):
        raise NotImplementedError


class IdleTask(Task):
    """Releases one device or the other, as a shift register decides, a set number of times."""

    def __init__(self, scheduler, identity, count, devices):
        super().__init__(scheduler, identity, 0, None)
        self.waiting = False
        self.register = 1
        self.count = count
        self.devices = devices

    def run(self):
        self.count -= 1
        if self.count == 0:
            self.held = True
            return
        if self.register & 1 == 0:
            self.register >>= 1
            self.scheduler.release(self.devices[0])
        else:
            self.register = (self.register >> 1) ^ 0xD008
            self.scheduler.release(self.devices[1])


class WorkTask(Task):
    """Fills packets with letters and sends them to the handlers in turn."""

    def __init__(self, scheduler, identity, priority, queue, handlers):
        super().__init__(scheduler, identity, priority, queue)
        self.handlers = handlers
        self.turn = 0
        self.letter = 0

    def run(self):
        packet = self.take()
        if packet is None:
            self.waiting = True
            return
        self.turn = 1 - self.turn
        packet.position = 0
        for i in range(BUFFER):
            self.letter = self.letter % 26 + 1
            packet.data[i] = self.letter + 64
        self.scheduler.send(packet, self.identity, self.handlers[self.turn])


class HandlerTask(Task):
    """Passes the letters of work packets, one a device packet, to its device."""

    def __init__(self, scheduler, identity, priority, queue, device):
        super().__init__(scheduler, identity, priority, queue)
        self.device = device
        self.works = None
        self.devices = None

    def run(self):
        packet = self.take()
        if packet is not None:
            if packet.kind == WORK:
                self.works = append_packet(self.works, packet)
            else:
                self.devices = append_packet(self.devices, packet)
        work = self.works
        if work is None:
            self.waiting = True
        elif work.position == BUFFER:
            self.works = work.link
            self.scheduler.send(work, self.identity, work.owner)
        elif self.devices is not None:
            packet = self.devices
            self.devices = packet.link
            packet.data[0] = work.data[work.position]
            work.position += 1
            self.scheduler.send(packet, self.identity, self.device)
        else:
            self.waiting = True


class DeviceTask(Task):
    """Holds itself for each letter until the idle task releases it, then returns the packet."""

    def __init__(self, scheduler, identity, priority):
        super().__init__(scheduler, identity, priority, None)
        self.pending = None
        self.total = 0

    def run(self):
        if self.pending is None:
            self.pending = self.take()
            if self.pending is None:
                self.waiting = True
            else:
                self.total += self.pending.data[0]
                self.held = True
        else:
            packet = self.pending
            self.pending = None
            self.scheduler.send(packet, self.identity, packet.owner)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.by_identity = {}
        self.sent = 0
        self.released = 0

    def add(self, task):
        self.by_identity[task.identity] = task
        position = 0
        while position < len(self.tasks) and self.tasks[position].priority >= task.priority:
            position += 1
        self.tasks.insert(position, task)

    def send(self, packet, sender, receiver):
        task = self.by_identity[receiver]
        self.sent += 1
        packet.owner = sender
        task.queue = append_packet(task.queue, packet)
        task.waiting = False

    def release(self, identity):
        self.released += 1
        self.by_identity[identity].held = False

    def run(self):
        runnable = True
        while runnable:
            runnable = False
            for task in self.tasks:
                if task.can_run():
                    task.waiting = False
                    task.runs += 1
                    task.run()
                    runnable = True
                    break


def packets(count, owner, kind):
    queue = None
    for _ in range(count):
        queue = Packet(owner, kind, queue)
    return queue


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500000
    scheduler = Scheduler()
    IdleTask(scheduler, 1, count, [5, 6])
    WorkTask(scheduler, 2, 1000, packets(2, 2, WORK), [3, 4])
    HandlerTask(scheduler, 3, 2000, packets(3, 5, DEVICE), 5)
    HandlerTask(scheduler, 4, 3000, packets(3, 6, DEVICE), 6)
    DeviceTask(scheduler, 5, 4000)
    DeviceTask(scheduler, 6, 5000)
    scheduler.run()
    devices = [scheduler.by_identity[i].total for i in (5, 6)]
    print(scheduler.sent, scheduler.released, sum(devices), [task.runs for task in scheduler.tasks])


if __name__ == "__main__":
    main()
