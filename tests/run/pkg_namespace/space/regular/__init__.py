from .leaf import NAME

exported = f"regular exports {NAME}"
