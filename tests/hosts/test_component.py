"""Encoding: the fast way gives what the encoder gives, and broken input is one clear line."""

from __future__ import annotations

import subprocess

import pytest

from molt.package import component, inspect, tools
from molt.package.sections import (
    COMPONENT_HEADER,
    MODULE_HEADER,
    FormatError,
    custom_section,
    join_sections,
    leb128,
    read_sections,
    with_custom_section,
)


@pytest.fixture(autouse=True)
def empty_wrappers(monkeypatch, tmp_path):
    """Keeps no wrappers from one test to the next."""
    monkeypatch.setattr(component, "cache_dir", lambda: tmp_path)


def test_a_spliced_component_is_the_encoders(build_core, probe_core, probe_source, tmp_path, monkeypatch):
    changed = tmp_path / "changed.c"
    changed.write_text(probe_source.read_text().replace('"hello"', '"a greeting of another length"'))
    cores = [probe_core, build_core(changed, "-O2"), with_custom_section(probe_core, "note", b"x" * 100_000)]
    slow = [component.encode_uncached(core) for core in cores]
    assert component.encode(cores[0]) == slow[0]

    def fail(*_):
        raise AssertionError("the encoder was called for an interface it has wrapped before")

    monkeypatch.setattr(tools, "call_encoder", fail)
    assert [component.encode(core) for core in cores] == slow


def test_the_order_of_imports_is_part_of_the_interface(build_core, probe_core, probe_source):
    for core in (probe_core, build_core(probe_source, "-O0")):
        assert component.encode(core) == component.encode(core) == component.encode_uncached(core)


def test_another_interface_is_another_wrapper(build_core, tmp_path):
    source = tmp_path / "less.c"
    source.write_text(
        '#include "wasi.h"\n'
        '__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *a, size_t b, size_t c, size_t d)'
        "{ (void)a, (void)b, (void)c, (void)d; return 0; }\n"
        "WIT_EXPORT(WASI_CLI_RUN_RUN_EXPORT) int run(void) { return 0; }\n"
        "WIT_EXPORT(MOLT_RUNTIME_STATUS_EXIT_CODE_EXPORT) int status(void) { return 0; }\n"
    )
    core = build_core(source)
    assert component.encode(core) == component.encode(core) == component.encode_uncached(core)


def test_a_component_imports_only_what_it_uses(probe_component, tmp_path):
    facts = inspect.report(probe_component)
    assert "wasi:filesystem/types@0.2.0" in facts["imports"]
    assert not any("wall-clock" in name or "terminal" in name or "insecure" in name for name in facts["imports"])
    assert facts["exports"] == ["wasi:cli/run@0.2.0", "molt:runtime/status@0.1.0"]
    assert facts["kind"] == "component"
    assert facts["core"]["functions"][0]["size"] >= facts["core"]["functions"][-1]["size"]


def test_inspection_for_people(probe_component, tmp_path):
    path = tmp_path / "noted.wasm"
    path.write_bytes(component.with_capabilities(probe_component.read_bytes(), {"read": ["."]}))
    text = inspect.text(path, inspect.report(path))
    assert "imports\n  wasi:io/error@0.2.0\n" in text
    assert "capabilities it may need\n  read: .\n" in text
    assert "  run\n" in text
    assert "export wasi:cli/run@0.2.0;" in inspect.wit_of(path.read_bytes())


def test_the_text_format(probe_core, probe_component):
    text = inspect.disassemble(probe_core)
    assert text.startswith("(module")
    assert '(export "wasi:cli/run@0.2.0#run"' in text
    assert inspect.disassemble(probe_component.read_bytes()).startswith("(component")


def test_capabilities_are_kept_in_modules_and_components(probe_core, probe_component):
    for binary in (probe_core, probe_component.read_bytes()):
        assert component.capabilities(binary) == {}
        noted = component.with_capabilities(binary, {"env": True})
        noted = component.with_capabilities(noted, {"read": ["."]})
        assert component.capabilities(noted) == {"read": ["."]}
    assert component.encode(noted_core := component.with_capabilities(probe_core, {"env": True}))
    assert component.capabilities(component.core_module(component.encode(noted_core))) == {"env": True}


def test_sections_round_trip(probe_core, probe_component):
    data = probe_component.read_bytes()
    assert join_sections(COMPONENT_HEADER, read_sections(data)) == data
    assert len(join_sections(MODULE_HEADER, read_sections(probe_core))) <= len(probe_core)
    assert custom_section(with_custom_section(probe_core, "x", b"1"), "x") == b"1"


@pytest.mark.parametrize("value", [0, 127, 128, 300, 2**32 - 1])
def test_numbers(value):
    from molt.package.sections import Reader

    assert Reader(leb128(value)).u32() == value


def test_every_truncation_is_a_format_error_or_fewer_sections(probe_core):
    whole = len(read_sections(probe_core))
    for length in range(0, len(probe_core), 97):
        try:
            assert len(read_sections(probe_core[:length])) < whole
        except FormatError:
            pass


def test_what_does_not_fit_the_world():
    with pytest.raises(component.EncodeError, match="does not fit the world 'command'"):
        component.encode(MODULE_HEADER)
    with pytest.raises(FormatError, match="not a core module"):
        component.encode(COMPONENT_HEADER)


@pytest.mark.parametrize("words", [["inspect"], ["wit"], ["wat"], ["encode", "--wit", "wit", "--world", "command", "-o", "x"]])
def test_broken_files_are_one_line(encoder, probe_component, tmp_path, words):
    whole = probe_component.read_bytes()
    for data in (b"", b"hello", whole[:100], whole[: len(whole) // 2], whole[:-1] + b"\xff" * 9, whole[:40] + b"\xff" + whole[41:]):
        path = tmp_path / "broken.wasm"
        path.write_bytes(data)
        done = subprocess.run([encoder, words[0], path, *words[1:]], capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1


def test_the_header_declares_what_the_probe_uses():
    header = component.bindings()
    assert header == component.bindings()
    assert "#define WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_SIZE 104" in header
    assert "extern int32_t wasi_cli_stdout_get_stdout(void);" in header
