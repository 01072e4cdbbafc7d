def pytest_addoption(parser):
    parser.addoption("--bless", action="store_true", help="write what passes give now as the expected text")
