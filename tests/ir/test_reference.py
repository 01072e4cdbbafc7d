"""docs/ir.md is what the op table says."""

from molt.base.paths import source_root
from molt.ir.reference import reference
from molt.tables.ops import OPS


def test_document_is_up_to_date():
    assert (source_root() / "docs" / "ir.md").read_text() == reference(), "run: python -m molt.ir.reference > docs/ir.md"


def test_every_op_is_described():
    text = reference()
    for op in OPS.values():
        assert f"### {op.name}\n" in text and op.doc in text
