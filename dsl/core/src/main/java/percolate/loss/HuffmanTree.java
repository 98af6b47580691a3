package percolate.loss;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A binary tree with a word at each leaf, frequent words near the root (Huffman 1952). Inner nodes are numbered from the
 * first that is joined to the root, which is the last.
 */
final class HuffmanTree {
    private record Joint(double count, int node) {}

    private final int words;
    private final int[] parents;
    private final boolean[] right;

    /** @param counts how often each word occurs, two words or more */
    HuffmanTree(double... counts) {
        this.words = counts.length;
        this.parents = new int[2 * words - 1];
        this.right = new boolean[2 * words - 1];
        var open = new PriorityQueue<Joint>(
                Comparator.comparingDouble(Joint::count).thenComparing(Joint::node));
        for (int word = 0; word < words; word++) {
            open.add(new Joint(counts[word], word));
        }
        for (int node = words; node < parents.length; node++) {
            var left = open.remove();
            var other = open.remove();
            parents[left.node] = node;
            parents[other.node] = node;
            right[other.node] = true;
            open.add(new Joint(left.count + other.count, node));
        }
    }

    /** The turns from the root to a word: n + 1 where inner node n is left to the right, −(n + 1) to the left. */
    long[] path(int word) {
        int depth = 0;
        for (int node = word; node < parents.length - 1; node = parents[node]) {
            depth++;
        }
        var turns = new long[depth];
        for (int node = word; depth > 0; node = parents[node]) {
            int inner = parents[node] - words + 1;
            turns[--depth] = right[node] ? inner : -inner;
        }
        return turns;
    }
}
