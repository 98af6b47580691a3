package percolate.model;

/**
 * One way to read a sequence.
 *
 * @param prefix what the names of its weights begin with
 */
record Direction(String prefix, boolean backwards) {
    /** The name of a weight of this direction in a layer of the stack, the first being 1: {@code backwardInput2}. */
    String name(String weight, int layer) {
        var name = prefix.isEmpty() ? weight : prefix + Character.toUpperCase(weight.charAt(0)) + weight.substring(1);
        return layer == 1 ? name : name + layer;
    }
}
