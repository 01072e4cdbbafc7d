import sqlite3  # error: [unsupported-module]

connection = sqlite3.connect(":memory:")
print(connection)
