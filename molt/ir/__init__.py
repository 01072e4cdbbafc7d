"""TIR: a control-flow graph in SSA form with block parameters."""
