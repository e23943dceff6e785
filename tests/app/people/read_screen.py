#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of the window, asked through AT-SPI as a screen reader asks.

    read_screen.py MORPHOSPACE MANIFOLD        checks; exit status 77: no AT-SPI or no display here
    read_screen.py MORPHOSPACE MANIFOLD --list prints all that is told

It starts a session bus of its own, and the program on it.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
WAIT = 90          # seconds; only a broken program needs as many
ALONE = "MORPHOSPACE_OWN_BUS"


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def nodes(root, depth=0):
    """Every object under root with how deep it is. What goes away meanwhile is left out."""
    yield root, depth
    try:
        count = root.get_child_count()
    except Exception:
        return
    if root.get_role() == Atspi.Role.TABLE:
        count = min(count, 40)     # a row is like the next
    for index in range(count):
        try:
            child = root.get_child_at_index(index)
        except Exception:
            child = None
        if child is not None:
            yield from nodes(child, depth + 1)


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def value_of(node):
    value = node.get_value_iface() if hasattr(node, "get_value_iface") else None
    return None if value is None else (Atspi.Value.get_current_value(node),
                                       Atspi.Value.get_minimum_value(node),
                                       Atspi.Value.get_maximum_value(node))


def line(node):
    value = value_of(node)
    return "%s %r%s%s" % (node.get_role_name(), node.get_name(),
                          "" if value is None else " = %g in %g to %g" % value,
                          " | " + node.get_description() if node.get_description() else "")


class Screen:
    def __init__(self, window):
        self.window = window

    def shown(self, role=None):
        return [n for n, _ in nodes(self.window)
                if (role is None or n.get_role() == role) and is_shown(n)]

    def find(self, role, name):
        """The one that is shown, whose name begins so; None where there is none."""
        for node in self.shown(role):
            if node.get_name().startswith(name):
                return node
        return None

    def wait_for(self, what, why):
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            found = what()
            if found:
                return found
            time.sleep(0.3)
        raise AssertionError("there never was " + why)


def press(node):
    for index in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, index) in ("Press", "Toggle", "Select", "click"):
            return Atspi.Action.do_action(node, index)
    raise AssertionError("nothing to press: " + line(node))


def check(screen):
    problems = []

    def expect(truth, words):
        if not truth:
            problems.append(words)

    role = Atspi.Role
    labels = lambda: [n.get_name() for n in screen.shown(role.LABEL)]

    # Sliders and fields say what they are and how much.
    width = screen.wait_for(lambda: screen.find(role.SLIDER, "Width of all stages"), "a width slider")
    expect(value_of(width) is not None and abs(value_of(width)[0] - 100) < 1e-6,
           "the width is read in percent of full width: " + line(width))
    for slider in screen.shown(role.SLIDER) + screen.shown(role.SPIN_BUTTON):
        value = value_of(slider)
        expect(slider.get_name() and slider.get_description() and value is not None
               and value[1] <= value[0] <= value[2], "a slider without name or value: " + line(slider))
    expect(len(screen.shown(role.SLIDER)) >= 2, "sliders are missing")

    # Docks and the page have titles; menus, buttons and boxes have names.
    for title in ("Configuration", "Inspector", "Journal"):
        expect(screen.find(role.FRAME, title) is not None, "no dock is called " + title)
    named = (role.PUSH_BUTTON, role.CHECK_BOX, role.RADIO_BUTTON, role.COMBO_BOX, role.PAGE_TAB,
             role.LIST_ITEM, role.MENU_ITEM, role.TEXT, role.TABLE, role.CHART, role.IMAGE)
    def unnamed():
        for node in screen.shown():
            if node.get_role() in named and not node.get_name():
                expect(False, "nothing is said of: " + line(node))
    unnamed()
    speed = screen.find(role.COMBO_BOX, "")
    expect(any(":" in n.get_name() for n in screen.shown(role.COMBO_BOX)),
           "a box says what it is for and what is chosen: " + (line(speed) if speed else "none"))

    # A number in the Inspector is read with what it is of.
    screen.wait_for(lambda: [l for l in labels() if l.startswith("accuracy of B: ") and "%" in l],
                    "an accuracy that is read")
    expect(any(l.startswith("parameters of B: ") and l[-1].isdigit() for l in labels()),
           "parameters are not read: " + "; ".join(labels()))

    # Pictures are pictures or charts, and are told in words.
    diagram = screen.find(role.IMAGE, "Network diagram")
    expect(diagram is not None and "parameters" in diagram.get_description(), "the diagram is silent")
    gauge = screen.find(role.CHART, "Accuracy of the current sample")
    expect(gauge is not None and "%" in gauge.get_description(), "the gauge is silent")

    # Each step is an item of the journal; the current one is selected.
    journal = screen.find(role.LIST, "Journal")
    expect(journal is not None, "no journal")
    if journal is not None:
        items = [n for n, _ in nodes(journal) if n.get_role() == role.LIST_ITEM]
        expect(len(items) >= 2 and all(n.get_name() for n in items), "steps without words")
        expect(sum(n.get_state_set().contains(Atspi.StateType.SELECTED) for n in items) == 1,
               "not one step is the current one")

    # What a reader changes is changed: half the width, which is another step with other numbers.
    before = [l for l in labels() if l.startswith("parameters of B")]
    Atspi.Value.set_current_value(width, 50)
    screen.wait_for(lambda: abs((value_of(width) or (0,))[0] - 50) < 1e-6, "half the width")
    screen.wait_for(lambda: [l for l in labels() if l.startswith("parameters of B")] != before,
                    "other parameters that are read")
    if journal is not None:
        steps = [n for n, _ in nodes(journal) if n.get_role() == role.LIST_ITEM]
        expect(len(steps) > len(items), "the change is no step of the journal")

    # Charts of the other pages.
    for page, chart in (("Compression", "Accuracy against compression"),
                        ("Smoothness", "Heat maps of weights"), ("Landscape", "Landscape")):
        tab = screen.find(role.PAGE_TAB, page)
        expect(tab is not None, "no page is called " + page)
        if tab is None:
            continue
        press(tab)
        try:
            picture = screen.wait_for(lambda: screen.find(role.CHART, chart), "a chart " + chart)
            expect(picture.get_description(), "nothing is said of " + line(picture))
            expect(picture.get_state_set().contains(Atspi.StateType.FOCUSABLE),
                   "keys do not reach " + line(picture))
        except AssertionError as error:
            problems.append(str(error))
        table = screen.find(role.CHECK_BOX, "Table")
        expect(table is not None, "the chart of %s has no table" % page)
        unnamed()
    return problems


def run(program, manifold, only_list):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_ACCESSIBILITY="1",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8", LANGUAGE="en")
        for name in ("CONFIG", "DATA", "CACHE"):
            environment["XDG_%s_HOME" % name] = os.path.join(home, name.lower())
        process = subprocess.Popen([program, "--images", "60", "--size", "1280x720", "--language",
                                    "en", "--theme", "light", manifold], env=environment)
        try:
            Atspi.init()
            end = time.monotonic() + WAIT
            window = None
            while window is None and time.monotonic() < end:
                if process.poll() is not None:
                    print("the program ended with", process.returncode)
                    return 1
                time.sleep(0.3)
                desktop = Atspi.get_desktop(0)
                for index in range(desktop.get_child_count()):
                    application = desktop.get_child_at_index(index)
                    if application is not None and application.get_name() == "Morphospace" \
                            and application.get_child_count() > 0:
                        window = application
            if window is None:
                print("the program is not on the bus")
                return 1
            screen = Screen(window)
            screen.wait_for(lambda: screen.find(Atspi.Role.SLIDER, "Width of all stages"), "the window")
            if only_list:
                for node, depth in nodes(window):
                    print("  " * depth + line(node) + ("" if is_shown(node) else "  (hidden)"))
                return 0
            try:
                problems = check(screen)
            except AssertionError as error:
                problems = [str(error)]
            for problem in problems:
                print(problem)
            return 1 if problems else 0
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    if not os.environ.get("DISPLAY"):
        skip("no display")
    if shutil.which("dbus-run-session") is None:
        skip("no dbus-run-session (Debian's package dbus)")
    if not any(os.path.exists(p) for p in ("/usr/libexec/at-spi-bus-launcher",
                                           "/usr/lib/at-spi2-core/at-spi-bus-launcher")):
        skip("no AT-SPI (Debian's package at-spi2-core)")
    global Atspi
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError):
        skip("Python does not know AT-SPI (Debian's packages python3-gi and gir1.2-atspi-2.0)")
    if os.environ.get(ALONE) != "1":
        environment = dict(os.environ, **{ALONE: "1"})
        return subprocess.call(["dbus-run-session", "--", sys.executable] + sys.argv,
                               env=environment)
    return run(sys.argv[1], sys.argv[2], "--list" in sys.argv[3:])


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore", DeprecationWarning)
    sys.exit(main())
