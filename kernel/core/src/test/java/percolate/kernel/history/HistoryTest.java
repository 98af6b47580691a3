package percolate.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.protocol.HistoryReply.Entry;
import percolate.kernel.protocol.HistoryRequest;
import percolate.kernel.protocol.HistoryRequest.Access;

class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void aSessionRemembersThoseBeforeIt() {
        session("int a = 1;", "a + 1");
        session("print(a)");
        try (var third = history()) {
            third.starts(1, "int c;");

            assertThat(inputs(third, tail(3))).containsExactly("1:2 a + 1", "2:1 print(a)", "3:1 int c;");
            assertThat(inputs(third, range(-1))).containsExactly("2:1 print(a)");
            assertThat(inputs(third, range(-2))).containsExactly("1:1 int a = 1;", "1:2 a + 1");
            assertThat(inputs(third, range(1))).containsExactly("1:1 int a = 1;", "1:2 a + 1");
            assertThat(inputs(third, range(0))).containsExactly("3:1 int c;");
            assertThat(inputs(third, range(3))).containsExactly("3:1 int c;");
            assertThat(inputs(third, range(9))).isEmpty();
        }
    }

    @Test
    void aSearchGoesThroughAllSessions() {
        session("print(1)", "int a", "print(1)");
        try (var second = history()) {
            second.starts(1, "print(22)\n+1");
            second.starts(2, "print(1)");

            assertThat(inputs(second, search("print*", -1, false)))
                    .containsExactly("1:1 print(1)", "1:3 print(1)", "2:1 print(22)\n+1", "2:2 print(1)");
            assertThat(inputs(second, search("print*", -1, true)))
                    .containsExactly("2:1 print(22)\n+1", "2:2 print(1)");
            assertThat(inputs(second, search("print(?)", 2, false))).containsExactly("1:3 print(1)", "2:2 print(1)");
            assertThat(inputs(second, search("print(??)*", -1, false))).containsExactly("2:1 print(22)\n+1");
            assertThat(inputs(second, search("nothing", -1, false))).isEmpty();
        }
    }

    @Test
    void outputsAreRememberedShortened() {
        session("long");
        try (var second = history()) {
            second.starts(1, "1 + 1");
            second.ends(1, "2");
            var entries = second.answer(tail(-1)).entries();

            assertThat(entries.get(0).output().orElseThrow()).hasSize(4_001).startsWith("xxx").endsWith("…");
            assertThat(entries.get(1).output()).contains("2");
        }
    }

    @Test
    void sessionsThatRunTogetherKeepTheirOwnNumbersAndAllTheirCells() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        var sessions = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            sessions.add(() -> {
                session(IntStream.range(0, 50).mapToObj(n -> "cell " + n).toArray(String[]::new));
                return true;
            });
        }
        for (var done : threads.invokeAll(sessions)) {
            assertThat(done.get()).isTrue();
        }
        threads.shutdown();

        var entries = new HistoryFile(file()).read();
        assertThat(entries).hasSize(200);
        assertThat(entries.stream().map(Entry::session).distinct()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aLineThatACrashHasTornIsSkippedAndTheNextIsWhole() throws IOException {
        session("before");
        Files.writeString(file(), Files.readString(file()) + "{\"session\":1,\"line\":2,\"inp");
        session("after");

        assertThat(new HistoryFile(file()).read()).extracting(Entry::input).containsExactly("before", "after");
    }

    @Test
    void whatIsNoLineOfOursIsSkipped() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                """
                [1, 2]
                {"session": "one", "line": 1, "input": "a"}
                {"session": 1, "line": 1, "input": 5}
                {"session": 2, "line": 1, "input": "kept"}
                {"session": 2, "line": 7, "output": "of nothing"}
                \u0000\u0001
                """);
        try (var third = history()) {
            third.starts(1, "mine");
            assertThat(inputs(third, tail(-1))).containsExactly("2:1 kept", "3:1 mine");
        }
    }

    @Test
    void theOlderHalfIsForgottenWhereTheFileGrowsTooLarge() throws IOException {
        var file = new HistoryFile(file(), 10_000);
        var session = file.claim();
        for (var i = 1; i <= 1_000; i++) {
            file.input(session, i, "cell number " + i);
        }

        assertThat(Files.size(file())).isLessThan(10_000);
        assertThat(file.read()).extracting(Entry::line).contains(1_000).doesNotContain(1);
        assertThat(new HistoryFile(file()).claim()).isEqualTo(session + 1);
    }

    @Test
    void aCellOfMoreThanHalfAMegabyteIsLeftOut() {
        session("x".repeat(HistoryFile.LONGEST_INPUT + 1), "small");

        assertThat(new HistoryFile(file()).read()).extracting(Entry::input).containsExactly("small");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButItsOwnerReadsTheFile() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        session("secret");

        for (var name : List.of("java.jsonl", "java.jsonl.lock")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(file().resolveSibling(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheCellsOfTheSession() throws IOException {
        Files.writeString(folder.resolve("history"), "a file where a folder should be");
        try (var history = history()) {
            history.starts(1, "still here");
            assertThat(inputs(history, tail(-1))).containsExactly("1:1 still here");
        }
    }

    @Test
    void aHistoryThatIsSwitchedOffEndsWithItsSession() {
        try (var history = History.forgotten()) {
            history.starts(1, "a");
            assertThat(inputs(history, range(0))).containsExactly("1:1 a");
            assertThat(inputs(history, range(-1))).isEmpty();
        }
    }

    private Path file() {
        return folder.resolve("history").resolve("java.jsonl");
    }

    private History history() {
        return History.kept(file());
    }

    private void session(String... inputs) {
        try (var history = history()) {
            for (var i = 0; i < inputs.length; i++) {
                history.starts(i + 1, inputs[i]);
                history.ends(i + 1, "x".repeat(5_000));
            }
        }
    }

    private static List<String> inputs(History history, HistoryRequest request) {
        return history.answer(request).entries().stream()
                .map(entry -> entry.session() + ":" + entry.line() + " " + entry.input())
                .toList();
    }

    private static HistoryRequest tail(int count) {
        return new HistoryRequest(true, Access.TAIL, count, 0, 1, -1, "*", false);
    }

    private static HistoryRequest range(int session) {
        return new HistoryRequest(false, Access.RANGE, -1, session, 1, -1, "*", false);
    }

    private static HistoryRequest search(String pattern, int count, boolean unique) {
        return new HistoryRequest(false, Access.SEARCH, count, 0, 1, -1, pattern, unique);
    }
}
