package percolate.kernel.dependency;

import java.util.regex.Pattern;

/**
 * What names a library in Maven's world.
 *
 * @param extension {@code jar} unless told otherwise
 * @param classifier empty for the main artifact
 * @param version may be a range such as {@code [1.0,2.0)}
 */
public record Coordinates(String group, String artifact, String extension, String classifier, String version) {
    private static final Pattern PART = Pattern.compile("[\\w.-]+");

    /**
     * Reads {@code group:artifact[:extension[:classifier]]:version}.
     *
     * @throws ResolutionException if the text is not of this form
     */
    public static Coordinates parse(String text) {
        var parts = text.strip().split(":", -1);
        if (parts.length < 3 || parts.length > 5 || !isNamed(parts)) {
            throw new ResolutionException(
                    "\"" + text + "\": expected group:artifact:version, got " + whatIsWrong(parts) + example(parts));
        }
        var version = parts[parts.length - 1].strip();
        return new Coordinates(
                parts[0], parts[1], parts.length > 3 ? parts[2] : "jar", parts.length > 4 ? parts[3] : "", version);
    }

    private static boolean isNamed(String[] parts) {
        for (var i = 0; i < parts.length - 1; i++) {
            if (!PART.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return !parts[parts.length - 1].isBlank() && !parts[parts.length - 1].contains("/");
    }

    private static String whatIsWrong(String[] parts) {
        return switch (parts.length) {
            case 1 -> "no colon";
            case 2 -> "no version";
            case 3, 4, 5 -> "a part that is empty or has characters that no name has";
            default -> parts.length + " parts";
        };
    }

    private static String example(String[] parts) {
        return parts.length == 2 && isNamed(new String[] {parts[0], parts[1], "1"})
                ? "; write for example " + parts[0] + ":" + parts[1] + ":1.0"
                : "; write for example org.apache.commons:commons-math3:3.6.1";
    }

    /** Group and artifact, of which a class path holds one version. */
    String name() {
        return group + ":" + artifact;
    }

    @Override
    public String toString() {
        return name() + ":" + (classifier.isEmpty() ? "" : extension + ":" + classifier + ":") + version;
    }
}
