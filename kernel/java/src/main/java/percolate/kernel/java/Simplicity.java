package percolate.kernel.java;

import java.util.Comparator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Which of several overloads a learner is shown first: the one that takes least, and of types that all know. */
final class Simplicity {
    /** The simplest first; those that are equally simple stay as they are. */
    static final Comparator<Element> ORDER =
            Comparator.comparingInt(Simplicity::parameterCount).thenComparingInt(Simplicity::strangeness);

    private Simplicity() {}

    private static int parameterCount(Element element) {
        return element instanceof ExecutableElement method
                ? method.getParameters().size()
                : 0;
    }

    static int strangeness(Element element) {
        return element instanceof ExecutableElement method
                ? method.getParameters().stream()
                        .mapToInt(parameter -> strangeness(parameter.asType()))
                        .sum()
                : 0;
    }

    private static int strangeness(TypeMirror type) {
        return switch (type.getKind()) {
            case INT, DOUBLE -> 2;
            case DECLARED ->
                switch (type.toString()) {
                    case "java.lang.String" -> 0;
                    case "java.lang.Object" -> 1;
                    default -> 4;
                };
            case ARRAY -> 5;
            default -> 3;
        };
    }
}
