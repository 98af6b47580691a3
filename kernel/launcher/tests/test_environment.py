import os

from launcher import environment, process
from launcher.failure import Failure
from launcher.tests.places import PlaceTest


class EnvironmentTest(PlaceTest):
    """Environments are really made, but need no package: the index is switched off."""

    def setUp(self):
        super().setUp()
        os.environ["PIP_NO_INDEX"] = "1"
        os.environ["PIP_CONFIG_FILE"] = os.devnull
        self.requirements = self.file("requirements.txt", "# nothing\n")
        self.wanted = environment.Wanted("small", self.requirements)
        self.place = environment.place(self.house, self.wanted)

    def prepare(self):
        return environment.prepare(self.house, self.wanted, self.progress)

    def test_it_is_made_once_and_again_when_the_pins_or_its_place_change(self):
        python = self.prepare()
        self.assertTrue(python.exists())
        marker = self.place / "marker"
        marker.touch()
        self.prepare()
        self.assertTrue(marker.exists())
        self.requirements.write_text("# other pins\n")
        self.assertIsNone(environment.made(self.house, self.wanted))
        self.prepare()
        self.assertFalse(marker.exists())

    def test_a_pin_that_cannot_be_had_leaves_nothing_and_a_second_try_works(self):
        self.requirements.write_text("percolate-of-no-index==1.0\n")
        with self.assertRaises(Failure) as caught:
            self.prepare()
        self.assertIn("percolate-of-no-index", str(caught.exception))
        self.assertIn(str(self.house.logs / "small-pip.log"), str(caught.exception))
        self.assertFalse(self.place.exists())
        self.requirements.write_text("# nothing\n")
        self.assertTrue(self.prepare().exists())

    def test_one_left_incomplete_by_a_killed_start_is_made_again(self):
        (self.place / "bin").mkdir(parents=True)
        (self.place / "bin" / "python").touch()
        self.assertIsNone(environment.made(self.house, self.wanted))
        python = self.prepare()
        self.assertEqual(0, process.follow([python, "-c", "pass"], self.house.logs / "x.log", print))

    def test_no_network_is_said_to_be_that(self):
        reason = environment.reason(["WARNING: Retrying: NewConnectionError: Failed to establish a new connection",
                                     "ERROR: Could not find jupyterlab", "ERROR: No matching distribution found"])
        self.assertIn("expected a connection to a package index", reason)
        self.assertIn("jupyterlab", reason)

    def test_what_redirects_a_python_is_not_handed_on(self):
        os.environ["PYTHONPATH"] = "elsewhere"
        self.assertNotIn("PYTHONPATH", environment.variables())
        self.assertIn("PATH", environment.variables())
