package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Node;

/**
 * The transformer's decoder: self-attention, then attention to a memory, then two dense layers, d to {@code feedForward} and
 * back. [time, d] with a memory [steps, m] stays [time, d]: {@code target.then(transformerDecoder(4, 128).causal(), memory)}.
 * It stands for its parts, whose weights have their names: {@code multiHeadAttention1.query}, …
 *
 * <p>Options: {@link Transformer}; a mask is the memory's.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, section 3.1</a>
 */
public final class TransformerDecoder extends Transformer<TransformerDecoder> {
    TransformerDecoder(Attributes attributes) {
        super(attributes);
    }

    public TransformerDecoder(int heads, int feedForward) {
        this(attributes("transformerDecoder", heads, feedForward));
    }

    @Override
    protected TransformerDecoder with(Attributes attributes) {
        return new TransformerDecoder(attributes);
    }

    @Override
    int sequences() {
        return 2;
    }

    @Override
    Node block(Node x, List<Node> more) {
        check(x.shape(), more.get(0).shape());
        var itself = added(x, in -> attention(true).onto(List.of(in)));
        var attention = isMasked() ? attention(false).masked() : attention(false);
        return fed(added(itself, in -> {
            var inputs = new ArrayList<>(List.of(in));
            inputs.addAll(more);
            return attention.onto(inputs);
        }));
    }
}
