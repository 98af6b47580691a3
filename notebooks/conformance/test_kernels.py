"""Jupyter's own suite for kernels, run over Percolate's kernels with every attribute that the suite knows.

Needs the suite (Debian's python3-jupyter-kernel-test, or jupyter_kernel_test from a package index) and kernelspecs:

    java -cp ... percolate.kernel.app.Main install --data P/share/jupyter
    JUPYTER_PATH=P/share/jupyter python3 -m unittest discover --start-directory notebooks/conformance

A kernel whose kernelspec is not found fails and is named. What the suite leaves open is checked here besides: buffers,
subshells, prompts, an interrupt, and the history of a process that was killed.
"""

import os
import sys
import tempfile
import unittest
from queue import Empty

os.environ["PERCOLATE_HISTORY"] = tempfile.mkdtemp(prefix="percolate-history-")

import jupyter_kernel_test  # noqa: E402
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel  # noqa: E402
from jupyter_client.manager import start_new_kernel  # noqa: E402

TIMEOUT = 60
jupyter_kernel_test.TIMEOUT = TIMEOUT


class Suite:
    """What both languages say in the same words."""

    code_inspect_sample = "Math.max"
    code_history_pattern = "1?2?3"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "clearOutput()"
    code_page_something = 'page("a text for the pager")'
    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": "1+2+3+4", "result": "10"},
        {"code": "1+2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("plain");', "mime": "text/plain"},
    ]

    @classmethod
    def setUpClass(cls):
        try:
            KernelSpecManager().get_kernel_spec(cls.kernel_name)
        except NoSuchKernel as missing:
            raise AssertionError(
                f"expected a kernelspec {cls.kernel_name}, found none; install it and set JUPYTER_PATH") from missing
        super().setUpClass()

    def run_cell(self, code, **options):
        """The reply to a cell and what it showed."""
        request = self.kc.execute(code, **options)
        return self.finish(request)

    def finish(self, request):
        shown = []
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") != request:
                continue
            shown.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        reply = self.kc.get_shell_msg(timeout=TIMEOUT)
        while reply["parent_header"].get("msg_id") != request:
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
        return reply, shown

    def test_kernel_info_on_control(self):
        self.flush_channels()
        session = self.kc.session
        request = session.msg("kernel_info_request", {})
        self.kc.control_channel.send(request)
        reply = self.kc.get_control_msg(timeout=TIMEOUT)
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual(reply["content"]["protocol_version"], "5.5")
        self.assertIn("kernel subshells", reply["content"]["supported_features"])

    def test_prompt(self):
        self.flush_channels()
        request = self.kc.execute(self.code_read_line, allow_stdin=True)
        question = self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual(question["content"], {"prompt": "name? ", "password": False})
        self.kc.input("Ada")
        reply, shown = self.finish(request)
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual([m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"], ["Ada"])

    def test_prompt_interrupted(self):
        self.flush_channels()
        for code in (self.code_read_line, self.code_scanner + "\nscanner.nextLine()"):
            request = self.kc.execute(code, allow_stdin=True)
            self.kc.get_stdin_msg(timeout=TIMEOUT)
            self.km.interrupt_kernel()
            reply, _ = self.finish(request)
            self.assertEqual(reply["content"]["ename"], "Interrupted")
        request = self.kc.execute(self.code_scanner + "\nscanner.nextLine()", allow_stdin=True)
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.kc.input("again")
        reply, shown = self.finish(request)
        self.assertIn("again", [m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"])

    def test_prompt_refused(self):
        self.flush_channels()
        for code in (self.code_read_line, self.code_scanner + "\nscanner.nextLine()"):
            reply, _ = self.run_cell(code, allow_stdin=False)
            self.assertEqual(reply["content"]["status"], "error")
            self.assertIn("expected a front end that asks its user", reply["content"]["evalue"])
        with self.assertRaises(Empty):
            self.kc.get_stdin_msg(timeout=0.2)

    def test_user_expressions(self):
        self.flush_channels()
        reply, _ = self.run_cell("1 + 1", user_expressions={"sum": "20 + 3", "wrong": "nobody.knows"})
        results = reply["content"]["user_expressions"]
        self.assertEqual(results["sum"]["status"], "ok")
        self.assertEqual(results["sum"]["data"]["text/plain"], "23")
        self.assertEqual(results["wrong"]["status"], "error")

    def test_interrupt(self):
        self.flush_channels()
        request = self.kc.execute(self.code_endless)
        while self.kc.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "stream":
            pass
        self.km.interrupt_kernel()
        reply, _ = self.finish(request)
        self.assertEqual(reply["content"]["status"], "error")
        reply, shown = self.run_cell("40 + 2")
        self.assertIn("42", [m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"])

    def test_subshell_beside_a_running_cell(self):
        self.flush_channels()
        self.kc.control_channel.send(self.kc.session.msg("create_subshell_request", {}))
        subshell = self.kc.get_control_msg(timeout=TIMEOUT)["content"]["subshell_id"]
        main = self.kc.execute(self.code_endless)
        while self.kc.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "stream":
            pass
        content = {"code": "6 * 7", "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                   "stop_on_error": True}
        request = self.kc.session.msg("execute_request", content)
        request["header"]["subshell_id"] = subshell
        self.kc.shell_channel.send(request)
        reply, shown = self.finish(request["header"]["msg_id"])
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual({m["parent_header"]["subshell_id"] for m in shown}, {subshell})
        self.assertIn("42", [m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"])
        self.km.interrupt_kernel()
        self.finish(main)

    def test_comm_with_buffers(self):
        self.flush_channels()
        reply, _ = self.run_cell(self.code_register_echo)
        self.assertEqual(reply["content"]["status"], "ok")
        session = self.kc.session
        self.kc.shell_channel.send(session.msg("comm_open", {"comm_id": "c", "target_name": "echo", "data": {"n": 1}}))
        sent = session.msg("comm_msg", {"comm_id": "c", "data": {"n": 2}})
        large = bytes(range(256)) * 4096
        self.kc.session.send(self.kc.shell_channel.socket, sent, buffers=[large, b"x"])
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "comm_msg":
                break
        self.assertEqual(message["content"], {"comm_id": "c", "data": {"n": 2}})
        self.assertEqual([bytes(buffer) for buffer in message["buffers"]], [large, b"x"])
        self.assertEqual(message["parent_header"]["msg_id"], sent["header"]["msg_id"])

    def test_history_survives_a_kill(self):
        manager, client = start_new_kernel(kernel_name=self.kernel_name)
        try:
            client.execute_interactive("11 * 11", timeout=TIMEOUT, output_hook=lambda message: None)
            request = client.execute(self.code_endless)
            while client.get_iopub_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != request:
                pass
            while client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "stream":
                pass
            client.stop_channels()
        finally:
            manager.shutdown_kernel(now=True)
        manager, client = start_new_kernel(kernel_name=self.kernel_name)
        try:
            client.history(raw=True, output=True, hist_access_type="range", session=-1, start=1)
            reply = client.get_shell_msg(timeout=TIMEOUT)
            while reply["msg_type"] != "history_reply":
                reply = client.get_shell_msg(timeout=TIMEOUT)
            cells = [cell for _, _, cell in reply["content"]["history"]]
            self.assertEqual(cells, [["11 * 11", "121"], [self.code_endless, None]])
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


class JavaTests(Suite, jupyter_kernel_test.KernelTests):
    kernel_name = "percolate-java"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("trouble");'
    completion_samples = [
        {"text": "Math.ma", "matches": ["max("]},
        {"text": '"text".isBl', "matches": ["isBlank()"]},
    ]
    complete_code_samples = ["1", "int a = 1;", "System.out.println(1)", "void twice(int x) { }", "// a remark"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "int b =", "class Open {", "var text = \"\"\"", "foo("]
    invalid_code_samples = ["class }", ")", "int x = 3; }"]
    code_generate_error = 'throw new IllegalStateException("as wanted");'
    code_read_line = 'readLine("name? ")'
    code_scanner = "var scanner = new Scanner(System.in);"
    code_endless = 'System.out.println("begun"); while (true) { }'
    code_register_echo = ('percolate.kernel.api.Comms.register("echo", (comm, opening) -> '
                          "comm.onMessage(message -> comm.send(message)));")


class KotlinTests(Suite, jupyter_kernel_test.KernelTests):
    kernel_name = "percolate-kotlin"
    language_name = "kotlin"
    file_extension = ".kt"
    code_hello_world = 'println("hello, world")'
    code_stderr = 'System.err.println("trouble")'
    completion_samples = [{"text": '"text".isBla'}, {"text": "listO"}]
    complete_code_samples = ["1", "val a = 1", "println(1)", "fun twice(x: Int) = 2 * x", "// a remark"]
    incomplete_code_samples = ["for (i in 0..3) {", "val b =", "class Open {", "foo("]
    invalid_code_samples = ["val 1x = 3", "class }"]
    code_generate_error = 'throw IllegalStateException("as wanted")'
    code_read_line = 'readLine("name? ")'
    code_scanner = "val scanner = java.util.Scanner(System.`in`)"
    code_endless = 'println("begun"); while (true) { }'
    code_register_echo = ('percolate.kernel.api.Comms.register("echo") { comm, _ -> '
                          "comm.onMessage { message -> comm.send(message) } }")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
