from socket import create_connection  # error: [unsupported-module]

print(create_connection)
