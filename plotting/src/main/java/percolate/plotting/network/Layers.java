package percolate.plotting.network;

import percolate.Watched;

/** The layer that a watched weight belongs to. */
final class Layers {
    private Layers() {}

    /** {@code dense1} of {@code dense1.weight}; activations are a layer's own. */
    static String of(Watched its) {
        int dot = its.what().equals("activations") ? -1 : its.name().lastIndexOf('.');
        return dot < 0 ? its.name() : its.name().substring(0, dot);
    }
}
