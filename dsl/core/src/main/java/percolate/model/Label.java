package percolate.model;

import percolate.Layer;

/**
 * How a layer's place in a model is to be called.
 *
 * @param prefix of the named parts around it, for example {@code encoder.}
 * @param name the one that was given, empty otherwise
 * @param before the whole name in a model it was taken from, empty otherwise; kept where it is free
 * @param frozen whether its weights stay as they are in training
 */
record Label(String prefix, String name, String before, boolean frozen) {
    static Label of(Layer layer, Scope scope) {
        return new Label(
                scope.prefix(),
                layer.name(),
                "",
                scope.frozen() || layer.attributes().flag("frozen", false));
    }

    /** Read from a file: the whole name as it was there. */
    static Label read(Layer layer, String path) {
        return new Label(path.substring(0, path.lastIndexOf('.') + 1), layer.name(), path, false);
    }

    /** In a model that is put into another one. */
    Label within(Scope scope, boolean inFrozen) {
        return new Label(scope.prefix() + prefix, name, "", scope.frozen() || inFrozen);
    }

    /** In a model that is a part, or a copy, of another one. */
    Label keeping(String path) {
        return new Label(prefix, name, path, frozen);
    }

    /** The whole name, where one was given. */
    String given() {
        return name.isEmpty() ? "" : prefix + name;
    }
}
