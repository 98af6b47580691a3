package percolate.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import percolate.Parameters;
import percolate.Tensor;
import percolate.engine.Array;

/** The tensors of some owners, each once, in the order in which their owners were named. */
public record Owned(List<Entry> entries) {
    /**
     * A tensor of an owner.
     *
     * @param given what its owner calls it; {@code parameter1}, {@code parameter2}, … where that has no names
     * @param name the same, with the owner's number in front where another owner's tensor is called so
     * @param owner the owner's place
     * @param place its place among its owner's tensors
     */
    public record Entry(String given, String name, Tensor tensor, int owner, int place) {
        @Override
        public String toString() {
            return name + " of shape " + tensor.shape();
        }
    }

    public Owned {
        entries = List.copyOf(entries);
    }

    /** @param nothing what to say of an owner that is null */
    public static Owned of(String nothing, Parameters... owners) {
        var entries = new ArrayList<Entry>();
        var known = new HashSet<Array>();
        var names = new HashSet<String>();
        int nameless = 0;
        for (int owner = 0; owner < owners.length; owner++) {
            if (owners[owner] == null) {
                throw new NullPointerException(nothing);
            }
            var tensors = owners[owner].parameters();
            var given = owners[owner].parameterNames();
            for (int i = 0; i < tensors.size(); i++) {
                if (known.add(tensors.get(i).array())) {
                    var name = given.isEmpty() ? "parameter" + ++nameless : given.get(i);
                    entries.add(new Entry(name, unique(name, owner, names), tensors.get(i), owner, i));
                }
            }
        }
        return new Owned(entries);
    }

    private static String unique(String name, int owner, Set<String> names) {
        var unique = names.add(name) ? name : (owner + 1) + "." + name;
        names.add(unique);
        return unique;
    }

    public List<Tensor> tensors() {
        return entries.stream().map(Entry::tensor).toList();
    }

    public List<Array> arrays() {
        return entries.stream().map(e -> e.tensor().array()).toList();
    }
}
