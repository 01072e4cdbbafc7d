__all__ = ["only_this", "_exported"]
only_this = "listed"
_exported = "exported in spite of the underscore"
not_listed = "not exported"
_hidden = "by name only"
