#include "../twin.h"

typedef struct Node {
  struct Node *left, *right;
} Node;

static Node *new_node(Node *left, Node *right) {
  Node *node = malloc(sizeof(Node));
  *node = (Node){left, right};
  return node;
}

static Node *make(int64_t depth) {
  if (depth == 0) return new_node(NULL, NULL);
  Node *left = make(depth - 1);
  return new_node(left, make(depth - 1));
}

static int64_t check(const Node *node) { return node->left ? 1 + check(node->left) + check(node->right) : 1; }

static void drop(Node *node) {
  if (node->left) drop(node->left), drop(node->right);
  free(node);
}

int main(int argc, char **argv) {
  int64_t deepest = size_argument(argc, argv, 16);
  Node *lasting = make(deepest);
  for (int64_t depth = 4; depth <= deepest; depth += 4) {
    int64_t rounds = (int64_t)1 << (deepest - depth + 4), total = 0;
    for (int64_t i = 0; i < rounds; i++) {
      Node *tree = make(depth);
      total += check(tree);
      drop(tree);
    }
    printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", rounds, depth, total);
  }
  printf("%" PRId64 " %" PRId64 "\n", deepest, check(lasting));
  drop(lasting);
  return 0;
}
