package percolate.kernel.magic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.language.Evaluation;

/** Magics about magics. */
final class HelpMagics {
    private final MagicSet magics;

    HelpMagics(MagicSet magics) {
        this.magics = magics;
    }

    List<Magic> all() {
        return List.of(
                Magic.line("lsmagic", "", "Lists all magics.", call -> list()),
                Magic.line("help", "[NAME]", "Says what a magic does and how it is written.", this::help));
    }

    private Evaluation list() {
        System.out.println("line magics:");
        magics.all(false).forEach(magic -> System.out.println("  " + shortly(magic)));
        System.out.println("cell magics, on a cell's first line:");
        magics.all(true).forEach(magic -> System.out.println("  " + shortly(magic)));
        magics.line("help").ifPresent(help -> System.out.println("more about one: " + help.synopsis()));
        return new Evaluation.Nothing();
    }

    private static String shortly(Magic magic) {
        return String.format("%-34s %s", magic.synopsis(), magic.purpose());
    }

    private Evaluation help(Call call) {
        if (call.rest().isEmpty()) {
            return list();
        }
        var name = call.rest().replaceFirst("^%+", "");
        var found = Stream.concat(magics.line(name).stream(), magics.cell(name).stream())
                .filter(magic -> !call.rest().startsWith("%%") || magic.ofCell())
                .map(Magic::help)
                .collect(Collectors.joining("\n"));
        if (found.isEmpty()) {
            throw magics.unknown(name, call.rest().startsWith("%%"));
        }
        System.out.println(found);
        return new Evaluation.Nothing();
    }
}
