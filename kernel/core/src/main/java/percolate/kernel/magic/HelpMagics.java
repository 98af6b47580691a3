package percolate.kernel.magic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.language.Evaluation;

/** Magics about magics. */
final class HelpMagics {
    private static final int COLUMN = 32;
    private static final Pattern LINE = Pattern.compile("\\S.{0,55}(?:\\s|$)|\\S+");
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

    /** Its purpose in lines that no front end needs to break, each below the first. */
    private static String shortly(Magic magic) {
        var indent = "\n  " + " ".repeat(COLUMN);
        var synopsis = magic.synopsis().length() < COLUMN
                ? String.format("%-" + COLUMN + "s", magic.synopsis())
                : magic.synopsis() + indent;
        return synopsis
                + LINE.matcher(magic.purpose())
                        .results()
                        .map(line -> line.group().strip())
                        .collect(Collectors.joining(indent));
    }

    private Evaluation help(Call call) {
        if (call.rest().isEmpty()) {
            return list();
        }
        var name = call.rest().replaceFirst("^%+", "");
        var found = Stream.concat(magics.line(name).stream(), magics.cell(name).stream())
                .filter(magic -> !call.rest().startsWith("%%") || magic.ofCell())
                .collect(Collectors.groupingBy(Magic::purpose, LinkedHashMap::new, Collectors.toList()));
        if (found.isEmpty()) {
            throw magics.unknown(name, call.rest().startsWith("%%"));
        }
        found.values().forEach(same -> System.out.println(Magic.help(same)));
        return new Evaluation.Nothing();
    }
}
