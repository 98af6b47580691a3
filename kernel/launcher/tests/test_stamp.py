import os

from launcher.stamp import Stamp, digest
from launcher.tests.places import PlaceTest


class StampTest(PlaceTest):

    def digest(self, *names):
        return digest(self.house.root, [self.house.root / name for name in names])

    def test_a_digest_follows_contents_and_names(self):
        self.file("a", "one")
        self.file("b", "two")
        before = self.digest("a", "b")
        self.file("b", "three")
        self.assertNotEqual(before, self.digest("a", "b"))
        self.file("b", "two")
        self.assertEqual(before, self.digest("b", "a"))
        os.rename(self.house.root / "b", self.house.root / "c")
        self.assertNotEqual(before, self.digest("a", "c"))

    def test_a_digest_does_not_follow_times(self):
        file = self.file("a", "one")
        before = self.digest("a")
        os.utime(file, (1, 1))
        self.assertEqual(before, self.digest("a"))

    def test_a_stamp_holds_what_was_put_last_and_nothing_after_its_removal(self):
        stamp = Stamp(self.house.stamps / "thing")
        self.assertFalse(stamp.holds("1"))
        stamp.put("1")
        stamp.put("2")
        self.assertTrue(stamp.holds("2"))
        self.assertFalse(stamp.holds("1"))
        stamp.remove()
        stamp.remove()
        self.assertFalse(stamp.holds("2"))
        self.assertEqual([], list(self.house.stamps.iterdir()))
