package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import percolate.kernel.language.Cell;

class WrittenNamesTest {
    @AutoClose
    private final Cells cells = new Cells();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "because \"REPL.$JShell$28.nul\" is null        ! because \"nul\" is null",
                "REPL.$JShell$11B$Foo@5f                        ! Foo@5f",
                "[LREPL.$JShell$11$Foo;@5f                      ! [LFoo;@5f",
                "class REPL.$JShell$1$Foo$Bar is no String      ! class Foo.Bar is no String",
                "REPL.$JShell$43$$Lambda$568/0x00007f5f68@5f    ! a lambda",
                "REPL.$JShell$43$$Lambda/0x00007f5f68208208@5f  ! a lambda",
                "REPL.$JShell$43$Foo$$Lambda$7/0x1f             ! a lambda",
                "REPL.$JShell$45$1@257                          ! an object of a nameless class@257",
                "REPL.Cell_4.K cannot be converted to int       ! K cannot be converted to int",
                "at cells//REPL.$JShell$37.do_it$($JShell$37.java:5)         ! at a cell",
                "at cells//REPL.$JShell$3$Foo.area($JShell$3.java:5)         ! at a cell, in Foo.area",
                "at cells//REPL.$JShell$3$Foo.<init>($JShell$3.java:5)       ! at a cell, new Foo",
                "at cells//REPL.$JShell$3.lambda$do_it$$0($JShell$3.java:5)  ! at a cell, in a lambda",
                "REPL.$JShell$12$$JShell$anonymous$$0@561b7d53  ! an object of a nameless class@561b7d53",
                "a REPL. of mine                                ! a REPL. of mine",
            })
    void aTextNamesClassesAndVariablesAsCellsDo(String text, String written) {
        assertThat(WrittenNames.of(text)).isEqualTo(written);
    }

    @Test
    void aLineOfAStackTraceIsToldRoughlyWhileTheCompilerIsAtWork() throws Exception {
        var work = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var workspace = new Workspace(cells.loader, new ArrayDeque<>(), cells.interruption)) {
            workspace.run(
                    new Cell(3, "int f() { return 1 / 0; }"),
                    workspace.split("int f() { return 1 / 0; }").get(0));
            var line = "at cells//" + wrapperOf(workspace) + ".f($JShell$1.java:3)";
            assertThat(WrittenNames.of(line, workspace::place)).startsWith("at cell 3, line 1");
            var compiler = new Thread(() -> workspace.compiling(shell -> {
                begun.countDown();
                return awaited(work);
            }));
            compiler.start();
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> WrittenNames.of(line, workspace::place))
                            .get(60, TimeUnit.SECONDS))
                    .isEqualTo("at a cell, in f");
            work.countDown();
            compiler.join();
        }
    }

    private static String wrapperOf(Workspace workspace) {
        return workspace.compiling(shell -> shell.sourceCodeAnalysis()
                .wrapper(shell.snippets().findFirst().orElseThrow())
                .fullClassName());
    }

    private static boolean awaited(CountDownLatch work) {
        try {
            return work.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void noNameOfTheCompilersIsLeftInWhatObjectsOfCellsSay() {
        cells.nothing("class Foo { class Bar {} interface Face {} enum Kind { ONE { } } }\nString none = null;");
        for (var value : new String[] {
            "new Foo()",
            "new Foo().new Bar()",
            "Foo.Bar.class",
            "new Foo[1]",
            "Foo.Kind.ONE.getClass()",
            "(Supplier<String>) () -> \"\"",
            "(Supplier<Foo>) Foo::new",
            "new Foo() {}",
            "new Object() { Runnable run = () -> {}; }.run",
            "Optional.of(new Foo())"
        }) {
            assertThat(cells.language.written(Objects.toString(cells.value(value))))
                    .as(value)
                    .doesNotContain("REPL", "JShell", "Lambda");
        }
        assertThat(cells.language.written(
                        (String) cells.value("String said; try { none.length(); said = \"\"; } catch (Exception e)"
                                + " { said = e.getMessage(); }\nsaid")))
                .isEqualTo("Cannot invoke \"String.length()\" because \"none\" is null");
    }
}
