package percolate.data;

import java.util.List;
import java.util.OptionalInt;
import percolate.Scaling;
import percolate.Vocabulary;

/**
 * What is known of examples beside their numbers.
 *
 * @param targetNames none where targets have no names
 * @param classes the classes' names in the order of their labels; none where targets are not classes
 * @param vocabulary null where this is no text
 * @param targetVocabulary null where this is no text
 * @param scaling null where nothing was scaled
 * @param padding the label that only fills sequences up
 * @param strata whether parts are to have as much of each class
 */
public record Facts(
        List<String> targetNames,
        List<String> classes,
        Vocabulary vocabulary,
        Vocabulary targetVocabulary,
        Scaling scaling,
        OptionalInt padding,
        boolean strata) {
    static final Facts NONE = new Facts(List.of(), List.of(), null, null, null, OptionalInt.empty(), false);

    public Facts {
        targetNames = List.copyOf(targetNames);
        classes = List.copyOf(classes);
    }

    public static Facts none() {
        return NONE;
    }

    public Facts withTargetNames(List<String> names) {
        return new Facts(names, classes, vocabulary, targetVocabulary, scaling, padding, strata);
    }

    public Facts withClasses(List<String> names) {
        return new Facts(targetNames, names, vocabulary, targetVocabulary, scaling, padding, strata);
    }

    public Facts withVocabularies(Vocabulary source, Vocabulary target) {
        return new Facts(targetNames, classes, source, target, scaling, padding, strata);
    }

    public Facts withScaling(Scaling fitted) {
        return new Facts(targetNames, classes, vocabulary, targetVocabulary, fitted, padding, strata);
    }

    public Facts withPadding(OptionalInt label) {
        return new Facts(targetNames, classes, vocabulary, targetVocabulary, scaling, label, strata);
    }

    public Facts withStrata() {
        return new Facts(targetNames, classes, vocabulary, targetVocabulary, scaling, padding, true);
    }

    public Vocabulary requireVocabulary() {
        return required("vocabulary", vocabulary);
    }

    public Vocabulary requireTargetVocabulary() {
        return required("targetVocabulary", targetVocabulary);
    }

    private static Vocabulary required(String word, Vocabulary vocabulary) {
        if (vocabulary == null) {
            throw new IllegalStateException(
                    word + ": this data is no text and has none; text(…) and translation(…) have one");
        }
        return vocabulary;
    }

    public Scaling requireScaling() {
        if (scaling == null) {
            throw new IllegalStateException("scaling: this data was not scaled; say normalise() first");
        }
        return scaling;
    }
}
