package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import percolate.kernel.client.Mistake;

class DisplacedTest {
    private final Cells cells = new Cells();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aVariableKeepsItsValueWhereItsRedeclarationIsRefused() {
        cells.nothing("int y = 3;");
        cells.nothing("y = 4;");
        for (var refused :
                new String[] {"int y = \"a\";", "int y = w2;", "Strng y = null;", "Strng y;", "var y = q.z();"}) {
            cells.failure(refused);
            assertThat(cells.value("y")).as(refused).isEqualTo(4);
        }
        cells.nothing("y = 5;");
        assertThat(cells.value("y + 1")).isEqualTo(6);
    }

    @Test
    void itsFirstValueIsNotMadeAgain() {
        cells.nothing("int made = 0; int make() { return ++made; }\nint y = make();");
        cells.failure("int y = \"a\";");
        assertThat(cells.value("made + \" \" + y")).isEqualTo("1 1");
    }

    @Test
    void methodsAndLambdasGoOnWithIt() {
        cells.nothing(
                "var n = new ArrayList<>(List.of(1)); int size() { return n.size(); }\nSupplier<Integer> first = () -> n.get(0);");
        cells.failure("int n = \"a\";");
        cells.value("n.add(2)");
        assertThat(cells.value("size()")).isEqualTo(2);
        cells.nothing("n = new ArrayList<>(List.of(7));");
        assertThat(cells.value("first.get() + size()")).isEqualTo(8);
    }

    @Test
    void oneOfSeveralIsPutBackAlone() {
        cells.nothing("int a = 1, b = 2;");
        cells.nothing("a = 5;");
        cells.failure("int b = \"b\";");
        assertThat(cells.value("a + \" \" + b")).isEqualTo("5 2");
    }

    @Test
    void oneThatHasBeenDeclaredOftenIsPutBackAsItWasLast() {
        cells.nothing("String text = \"a\";");
        cells.nothing("Supplier<String> said = () -> text;");
        cells.nothing("String text = \"b\" + 1;");
        cells.nothing("String text = \"a\";");
        cells.nothing("String text = \"c\" + 1;");
        cells.failure("int text = \"d\";");
        cells.nothing("text = text + \"e\";");
        cells.failure("int text = \"d\";");
        assertThat(cells.value("text + said.get()")).isEqualTo("c1ec1e");
    }

    @Test
    void itStaysAVariableOfItsOwnCell() {
        cells.nothing("int y = 3;");
        cells.failure("int y = \"a\";");
        assertThat(cells.language.variables()).singleElement().satisfies(variable -> {
            assertThat(variable.cell()).isEqualTo(1);
            assertThat(variable.value()).isEqualTo(3);
        });
        assertThat(cells.failure("y.z()").message()).startsWith("cell 3");
    }

    @Test
    void aMethodWhoseRedeclarationIsRefusedStays() {
        cells.nothing("int half(int n) { return n / 2; }");
        cells.nothing("int quarter(int n) { return half(half(n)); }");
        for (var refused : new String[] {
            "int half(int n) { return \"a\"; }", "Strng half(int n) { return null; }", "int half(int n) { }"
        }) {
            cells.failure(refused);
            assertThat(cells.value("half(8) + quarter(8)")).as(refused).isEqualTo(6);
        }
        assertThat(cells.language.functions()).extracting(one -> one.cell()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aClassWhoseRedeclarationIsRefusedStays() {
        cells.nothing("class Tile { int side = 3; int area() { return side * side; } }");
        cells.nothing("int area(Tile tile) { return tile.area(); }");
        for (var refused : new String[] {
            "class Tile { int area() { return \"a\"; } }",
            "class Tile extends Strng { }",
            "record Tile(int side) { int area() { } }"
        }) {
            cells.failure(refused);
            assertThat(cells.value("area(new Tile())")).as(refused).isEqualTo(9);
        }
        assertThat(cells.failure("class Tile { int area() { return \"a\"; } }").message())
                .contains("String cannot be converted to int");
    }

    @Test
    void whatDoesNotFitADeclarationAnyMoreIsTold() {
        cells.nothing("int n = 3;");
        cells.nothing("int twice() { return n * 2; }");
        assertThat(Mistake.shown(() -> cells.run("String n = \"a\";")))
                .isEqualTo("twice cannot be used any more because it does not fit n, which was declared anew;"
                        + " mend it, and run its cell again");
        assertThat(cells.failure("twice()").message())
                .isEqualTo("twice cannot run because it does not fit what it names; mend it, and run its cell again");
        assertThat(Mistake.shown(() -> cells.run("int n = 1; int twice() { return n * 2; }")))
                .isEmpty();
        assertThat(Mistake.shown(() -> cells.run("String n = \"b\"; String twice() { return n + n; }")))
                .isEmpty();
        assertThat(cells.value("twice()")).isEqualTo("bb");
    }

    @Test
    void valuesOfAClassWhoseRedeclarationIsRefusedAreKept() {
        cells.nothing("class Tile { int side = 3; int area() { return side * side; } }");
        cells.nothing("var tile = new Tile(); List<Tile> tiles = List.of(tile);");
        cells.nothing("tile.side = 5;");
        assertThat(Mistake.shown(() -> cells.failure("class Tile { int area() { return \"a\"; } }")))
                .doesNotContain("lost its value");
        assertThat(cells.value("tile.area() + tiles.get(0).area()")).isEqualTo(50);
    }

    @Test
    void oneOfAClassWithoutANameIsToldToBeGone() {
        cells.nothing("var point = new Object() { int x = 1; };");
        assertThat(Mistake.shown(() -> cells.failure("int point = \"a\";")))
                .contains("point is gone; run the cell that declares it again");
        assertThat(cells.failure("point").message()).contains("cannot find variable point");
    }
}
