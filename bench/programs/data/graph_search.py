"""Searches in a graph of sets in a dict: breadth first, components, Dijkstra's shortest paths on a heap."""

import heapq
import sys


def make_graph(n, degree):
    neighbours = {i: set() for i in range(n)}
    weights = {}
    seed = 11
    for i in range(n):
        for _ in range(degree):
            seed = (seed * 1103515245 + 12345) % 2147483648
            j = seed // 65536 * 7919 % n
            if j != i:
                neighbours[i].add(j)
                neighbours[j].add(i)
                weights[(min(i, j), max(i, j))] = seed // 65536 % 100 + 1
    return neighbours, weights


def breadth_first(neighbours, start):
    distance = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for node in frontier:
            for other in neighbours[node]:
                if other not in distance:
                    distance[other] = distance[node] + 1
                    following.append(other)
        frontier = following
    return distance


def components(neighbours):
    seen = set()
    sizes = []
    for node in neighbours:
        if node not in seen:
            found = set(breadth_first(neighbours, node))
            seen |= found
            sizes.append(len(found))
    return sizes


def shortest_paths(neighbours, weights, start):
    best = {start: 0}
    done = set()
    heap = [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if node in done:
            continue
        done.add(node)
        for other in neighbours[node]:
            length = distance + weights[(min(node, other), max(node, other))]
            if other not in best or length < best[other]:
                best[other] = length
                heapq.heappush(heap, (length, other))
    return best


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60000
    neighbours, weights = make_graph(n, 2)
    sizes = components(neighbours)
    print(len(weights), len(sizes), max(sizes))
    for start in range(3):
        distance = breadth_first(neighbours, start)
        best = shortest_paths(neighbours, weights, start)
        print(len(distance), max(distance.values()), sum(best.values()))


if __name__ == "__main__":
    main()
