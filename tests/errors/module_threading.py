import sys
import threading  # error: [unsupported-module]

print(sys.argv, threading.current_thread())
