#!/usr/bin/env python3
"""checkstyle.py measures functions and classes wherever they stand, and must be able to fail: made-up sources."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

import checkstyle


def measured(text):
    return [(kind, name, length) for kind, name, _, length in checkstyle.bodies(text)]


def check(files, known=()):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        said = io.StringIO()
        with mock.patch.object(checkstyle, "KNOWN", dict(known)), mock.patch.object(sys, "argv", ["checkstyle", folder]), \
                contextlib.redirect_stdout(said):
            return checkstyle.main(), said.getvalue()


def function(name, lines):
    return f"void {name}()\n{{\n" + "    go();\n" * lines + "}\n"


class Measure(unittest.TestCase):
    def test_plain(self):
        self.assertEqual(measured("int f(int a)\n{\n    return a;\n}\n"), [("function", "f", 1)])

    def test_member_outside(self):
        self.assertEqual(measured("Result<int> Foo::bar() const noexcept\n{\n\n\n}\n"), [("function", "Foo::bar", 2)])

    def test_member_in_a_class_in_a_namespace(self):
        text = "namespace a::b {\nnamespace {\nclass C final : public B<int> {\n    int f() const override\n    {\n        x;\n    }\n};\n}\n}\n"
        self.assertEqual(measured(text), [("function", "f", 1), ("class", "C", 4)])

    def test_one_line(self):
        self.assertEqual(measured("struct S {\n    int f() { return 1; }\n};"), [("function", "f", 0), ("class", "S", 1)])

    def test_constructor_with_braces_in_its_list(self):
        self.assertEqual(measured("C::C(int a)\n    : m_a{a}, m_b(2), m_c{{1, 2}}\n{\n    go();\n}\n"), [("function", "C::C", 1)])

    def test_lambda_in_a_constructor_s_list(self):
        self.assertEqual(measured("C::C()\n    : m_a([this] { return 1; }), m_b(1)\n{\n    go();\n}\n"), [("function", "C::C", 1)])

    def test_default_arguments(self):
        self.assertEqual(measured("int f(A a = {}, int b = g(1))\n{\n    x;\n}\n"), [("function", "f", 1)])

    def test_result_behind(self):
        self.assertEqual(measured("auto f(int a) -> std::vector<int>\n{\n    x;\n}\n"), [("function", "f", 1)])

    def test_operators(self):
        text = "bool operator==(A a)\n{\n    x;\n}\nA &A::operator=(A b)\n{\n    y;\n}\nint A::operator()(int i)\n{\n    z;\n}\n"
        self.assertEqual([length for _, _, length in measured(text)], [1, 1, 1])

    def test_templates(self):
        text = "template<class T>\nstruct S<T> {\n    template<class U>\n    U f(T t)\n    {\n        x;\n    }\n};"
        self.assertEqual(measured(text), [("function", "f", 1), ("class", "S", 5)])

    def test_class_within_a_function(self):
        text = "void f()\n{\n    struct S {\n        void g()\n        {\n            x;\n        }\n    };\n}\n"
        self.assertEqual(measured(text), [("function", "g", 1), ("class", "S", 4), ("function", "f", 6)])

    def test_lambda_belongs_to_its_function(self):
        self.assertEqual(measured("void f()\n{\n    auto g = [](int a) {\n        x;\n    };\n}\n"), [("function", "f", 3)])

    def test_initialisers_and_enums_are_neither(self):
        text = "const std::map<int, int> m{\n    {1, f(2)},\n};\nint a[] = {\n1,\n};\nenum class E {\n    A,\n    B\n};\nauto f = [](int a) {\n    x;\n};\n"
        self.assertEqual(measured(text), [])

    def test_braces_that_are_no_code(self):
        text = ("// {\n/* { */\n#define OPEN {\nconst char *a = \"{\\\"{\";\nchar b = '{';\nchar c = '\\'';\n"
                "long d = 1'000'000;\nconst char *e = R\"(\n{ \" {\n)\";\nconst char *f = R\"x({)\")x\";\n"
                "int g()\n{\n    return '}'; // }\n}\n")
        self.assertEqual(measured(text), [("function", "g", 1)])

    def test_braces_that_do_not_balance(self):
        for text in ("void f()\n{\n", "}\n"):
            with self.assertRaises(ValueError):
                measured(text)


class Check(unittest.TestCase):
    def test_sound(self):
        self.assertEqual(check({"core/a.cpp": function("f", 60)})[0], 0)

    def test_long_function(self):
        code, said = check({"core/a.cpp": function("f", 61)})
        self.assertEqual(code, 1)
        self.assertIn("core/a.cpp:2: function f has 61 lines, more than 60", said)

    def test_long_member_in_an_anonymous_namespace(self):
        code, said = check({"core/a.cpp": "namespace {\nclass C {\n" + function("f", 61) + "};\n}\n"})
        self.assertEqual(code, 1)
        self.assertIn("function f has 61 lines", said)

    def test_long_class(self):
        text = "class C {\n" + "    int m_a;\n" * 201 + "};\n"
        self.assertEqual(check({"tests/a.cpp": text})[0], 0)
        code, said = check({"ui/a.h": text})
        self.assertEqual(code, 1)
        self.assertIn("ui/a.h:1: class C has 201 lines, more than 200", said)

    def test_long_file(self):
        code, said = check({"core/a.cpp": "int a;\n" * 501})
        self.assertEqual(code, 1)
        self.assertIn("core/a.cpp: 501 lines", said)

    def test_ceiling(self):
        known = {("core/a.cpp", "f"): 70}
        self.assertEqual(check({"core/a.cpp": function("f", 70)}, known)[0], 0)
        self.assertEqual(check({"core/a.cpp": function("f", 71)}, known)[0], 1)
        code, said = check({"core/a.cpp": function("f", 60)}, known)
        self.assertEqual(code, 1)
        self.assertIn("core/a.cpp: f is short enough: delete its line", said)

    def test_braces_that_do_not_balance(self):
        self.assertIn("core/a.cpp: line 2: a brace is not closed", check({"core/a.cpp": "void f()\n{\n"})[1])

    def test_nothing_there(self):
        self.assertEqual(check({})[0], 1)


if __name__ == "__main__":
    unittest.main()
