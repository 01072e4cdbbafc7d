#include <math.h>

#include "../twin.h"

#define DAYS 365.24
#define SOLAR_MASS (4 * 3.141592653589793 * 3.141592653589793)
#define N 5

typedef struct Body {
  double x, y, z, vx, vy, vz, mass;
} Body;

static Body *new_body(double x, double y, double z, double vx, double vy, double vz, double mass) {
  Body *b = malloc(sizeof(Body));
  *b = (Body){x, y, z, vx * DAYS, vy * DAYS, vz * DAYS, mass * SOLAR_MASS};
  return b;
}

static void solar_system(Body **bodies) {
  bodies[0] = new_body(0, 0, 0, 0, 0, 0, 1);
  bodies[1] = new_body(4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
                       1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04);
  bodies[2] = new_body(8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
                       -2.76742510726411530e-03, 4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04);
  bodies[3] = new_body(1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
                       2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05);
  bodies[4] = new_body(1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
                       2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05);
}

static void offset_momentum(Body **bodies) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < N; i++) {
    Body *b = bodies[i];
    px += b->vx * b->mass, py += b->vy * b->mass, pz += b->vz * b->mass;
  }
  bodies[0]->vx = -px / SOLAR_MASS, bodies[0]->vy = -py / SOLAR_MASS, bodies[0]->vz = -pz / SOLAR_MASS;
}

static double energy(Body **bodies) {
  double e = 0;
  for (int i = 0; i < N; i++) {
    Body *b = bodies[i];
    e += 0.5 * b->mass * (b->vx * b->vx + b->vy * b->vy + b->vz * b->vz);
    for (int j = i + 1; j < N; j++) {
      Body *c = bodies[j];
      double dx = b->x - c->x, dy = b->y - c->y, dz = b->z - c->z;
      e -= b->mass * c->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

static void advance(Body **bodies, double dt) {
  for (int i = 0; i < N; i++) {
    Body *b = bodies[i];
    for (int j = i + 1; j < N; j++) {
      Body *c = bodies[j];
      double dx = b->x - c->x, dy = b->y - c->y, dz = b->z - c->z;
      double d2 = dx * dx + dy * dy + dz * dz, mag = dt / (d2 * sqrt(d2));
      b->vx -= dx * c->mass * mag, b->vy -= dy * c->mass * mag, b->vz -= dz * c->mass * mag;
      c->vx += dx * b->mass * mag, c->vy += dy * b->mass * mag, c->vz += dz * b->mass * mag;
    }
  }
  for (int i = 0; i < N; i++) {
    Body *b = bodies[i];
    b->x += dt * b->vx, b->y += dt * b->vy, b->z += dt * b->vz;
  }
}

int main(int argc, char **argv) {
  int64_t steps = size_argument(argc, argv, 400000);
  Body *bodies[N];
  solar_system(bodies);
  offset_momentum(bodies);
  printf("%.9f\n", energy(bodies));
  for (int64_t i = 0; i < steps; i++) advance(bodies, 0.01);
  printf("%.9f\n", energy(bodies));
  return 0;
}
