package percolate.model;

import java.util.List;
import percolate.ShapeException;

/** The weights of one use of a layer. Each use has its own, unless the layer or the model around it is shared. */
public final class Variables {
    private List<Variable> all;
    private List<Variable> carried;

    /**
     * Takes the layer's weights, or sees that they are the same as those of the use before.
     *
     * @throws ShapeException if they are not
     */
    synchronized void fit(List<Weight> weights) {
        if (all == null) {
            all = weights.stream().map(Variable::new).toList();
            return;
        }
        for (int i = 0; i < Math.max(all.size(), weights.size()); i++) {
            var mine = i < all.size() ? all.get(i).weight() : null;
            var other = i < weights.size() ? weights.get(i) : null;
            if (mine == null || other == null || !mine.shape().equals(other.shape())) {
                throw new ShapeException("it shares its weights with another place, where they have "
                        + described(mine) + ", and here it needs " + described(other)
                        + "; give both places inputs of one shape, or do not share it");
            }
        }
    }

    /** Takes the weights of a layer that has them already. */
    synchronized void hold(List<Variable> variables) {
        all = variables;
    }

    /** Takes the layer's states, unless the use before has them. */
    synchronized void carry(List<Weight> states) {
        if (carried == null) {
            carried = states.stream().map(Variable::new).toList();
        }
    }

    /** What is taken over from one batch to the next. */
    synchronized List<Variable> carried() {
        return carried;
    }

    private static String described(Weight weight) {
        return weight == null ? "none such" : weight.name() + " " + weight.shape();
    }

    public synchronized List<Variable> all() {
        return all;
    }
}
