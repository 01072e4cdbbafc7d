"""Numeric programs on floats: n-body, spectral norm, regression, Fourier transform, Monte Carlo with a fixed generator."""

import math


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x, self.y, self.vx, self.vy, self.mass = x, y, vx, vy, mass


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy)
        for b in bodies[i + 1 :]:
            total -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
    return total


def advance(bodies, dt):
    for i, a in enumerate(bodies):
        for b in bodies[i + 1 :]:
            dx, dy = a.x - b.x, a.y - b.y
            d2 = dx * dx + dy * dy
            mag = dt / (d2 * math.sqrt(d2))
            a.vx -= dx * b.mass * mag
            a.vy -= dy * b.mass * mag
            b.vx += dx * a.mass * mag
            b.vy += dy * a.mass * mag
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy


def spectral_norm(n):
    def a(i, j):
        return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)

    def times(v):
        return [sum(a(i, j) * v[j] for j in range(n)) for i in range(n)]

    def transposed(v):
        return [sum(a(j, i) * v[j] for j in range(n)) for i in range(n)]

    u = [1.0] * n
    for _ in range(10):
        v = transposed(times(u))
        u = transposed(times(v))
    return math.sqrt(sum(p * q for p, q in zip(u, v)) / sum(q * q for q in v))


def regression(points):
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    sxy = sum((x - mx) * (y - my) for x, y in points)
    sxx = sum((x - mx) ** 2 for x, _ in points)
    slope = sxy / sxx
    return slope, my - slope * mx


def dft(samples):
    n = len(samples)
    out = []
    for k in range(n):
        re = sum(s * math.cos(2 * math.pi * k * t / n) for t, s in enumerate(samples))
        im = -sum(s * math.sin(2 * math.pi * k * t / n) for t, s in enumerate(samples))
        out.append((re, im))
    return out


def fft(re, im):
    n = len(re)
    if n == 1:
        return re, im
    er, ei = fft(re[::2], im[::2])
    pr, pi = fft(re[1::2], im[1::2])
    out_r, out_i = [0.0] * n, [0.0] * n
    for k in range(n // 2):
        c, s = math.cos(-2 * math.pi * k / n), math.sin(-2 * math.pi * k / n)
        tr, ti = c * pr[k] - s * pi[k], c * pi[k] + s * pr[k]
        out_r[k], out_i[k] = er[k] + tr, ei[k] + ti
        out_r[k + n // 2], out_i[k + n // 2] = er[k] - tr, ei[k] - ti
    return out_r, out_i


class Random:
    def __init__(self, seed):
        self.state = seed

    def __call__(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.state >> 11) / (1 << 53)


def monte_carlo_pi(n, rng):
    return 4 * sum(1 for _ in range(n) if rng() ** 2 + rng() ** 2 < 1) / n


def statistics(values):
    n = len(values)
    mean = math.fsum(values) / n
    variance = math.fsum((v - mean) ** 2 for v in values) / (n - 1)
    ordered = sorted(values)
    median = ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2
    return tuple(f"{x:.9f}" for x in (mean, math.sqrt(variance), median, ordered[0], ordered[-1]))


def runge_kutta(f, y, t, h, steps):
    for _ in range(steps):
        k1 = f(t, y)
        k2 = f(t + h / 2, y + h / 2 * k1)
        k3 = f(t + h / 2, y + h / 2 * k2)
        k4 = f(t + h, y + h * k3)
        y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        t += h
    return y


bodies = [Body(0, 0, 0, 0, 10), Body(5, 0, 0, 1.4, 0.1), Body(0, 9, -1, 0, 0.2)]
print(f"{energy(bodies):.9f}")
for _ in range(300):
    advance(bodies, 0.01)
print(f"{energy(bodies):.9f}", [(round(b.x, 6), round(b.y, 6)) for b in bodies])
print(f"{spectral_norm(20):.9f}", "%.6f %.6f" % regression([(x, 2 * x + 1 + (-1) ** x / 10) for x in range(20)]))
wave = [math.sin(t) + 0.5 * math.cos(3 * t) for t in range(16)]
slow, fast = dft(wave), fft(wave, [0.0] * 16)
print(
    all(abs(a - c) < 1e-9 and abs(b - d) < 1e-9 for (a, b), c, d in zip(slow, *fast)),
    [f"{abs(r):.6f}" for r, _ in slow[:5]],
)
rng = Random(42)
print(
    [f"{rng():.9f}" for _ in range(3)],
    monte_carlo_pi(5000, rng),
    statistics([rng() for _ in range(501)]),
    statistics([rng() for _ in range(500)]),
)
print(
    f"{runge_kutta(lambda t, y: y, 1.0, 0.0, 0.1, 10):.8f}",
    f"{runge_kutta(lambda t, y: math.cos(t), 0.0, 0.0, 0.05, 20):.8f}",
)
