"""A ray tracer: vectors with operators, spheres and planes, shadows, reflections."""

import sys
from math import sqrt


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return sqrt(self.dot(self))

    def normalized(self):
        return self * (1.0 / self.length())

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Thing:
    def __init__(self, color, shine):
        self.color = color
        self.shine = shine

    def color_at(self, point):
        return self.color


class Sphere(Thing):
    def __init__(self, center, radius, color, shine):
        super().__init__(color, shine)
        self.center = center
        self.radius = radius

    def hit(self, ray):
        """The distance along the ray, or None."""
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        squared = self.radius * self.radius - (to_center.dot(to_center) - along * along)
        if squared < 0.0:
            return None
        distance = along - sqrt(squared)
        if distance < 1e-6:
            return None
        return distance

    def normal_at(self, point):
        return (point - self.center).normalized()


class Floor(Thing):
    """The plane y = height, in squares of two colours."""

    def __init__(self, height, color, other_color, shine):
        super().__init__(color, shine)
        self.height = height
        self.other_color = other_color

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return Vector(0.0, 1.0, 0.0)

    def color_at(self, point):
        if (int(point.x + 1000.0) + int(point.z + 1000.0)) % 2 == 0:
            return self.color
        return self.other_color


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best = None
        best_distance = 1e30
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and distance < best_distance:
                best = thing
                best_distance = distance
        return best, best_distance

    def trace(self, ray, depth):
        thing, distance = self.nearest(ray)
        if thing is None:
            return Vector(0.2, 0.3, 0.5) * (1.0 - abs(ray.direction.y))
        point = ray.at(distance)
        normal = thing.normal_at(point)
        to_light = (self.light - point).normalized()
        brightness = 0.1
        shadow, _ = self.nearest(Ray(point, to_light))
        if shadow is None:
            brightness += 0.9 * max(0.0, normal.dot(to_light))
        color = thing.color_at(point) * brightness
        if depth > 0 and thing.shine > 0.0:
            mirrored = self.trace(Ray(point, ray.direction.reflected(normal)), depth - 1)
            color = color * (1.0 - thing.shine) + mirrored * thing.shine
        return color


def make_scene():
    things = [Floor(-1.0, Vector(0.9, 0.9, 0.9), Vector(0.1, 0.1, 0.1), 0.2)]
    for i in range(5):
        center = Vector(-3.0 + 1.5 * i, -0.5 + 0.25 * i, 4.0 + 0.5 * (i % 2))
        things.append(Sphere(center, 0.6, Vector(0.2 * i, 1.0 - 0.2 * i, 0.5), 0.4))
    return Scene(things, Vector(-5.0, 8.0, -3.0))


def clamp(intensity):
    return max(0, min(255, int(intensity * 255.0)))


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    height = width * 3 // 4
    scene = make_scene()
    eye = Vector(0.0, 0.5, -4.0)
    checksum = 0
    brightest = 0
    for row in range(height):
        for column in range(width):
            direction = Vector((column - width / 2) / width, (height / 2 - row) / width, 1.0).normalized()
            color = scene.trace(Ray(eye, direction), 3)
            for intensity in (color.x, color.y, color.z):
                level = clamp(intensity)
                checksum = (checksum * 7 + level) % 1000003
                brightest = max(brightest, level)
    print(checksum, brightest)


if __name__ == "__main__":
    main()
