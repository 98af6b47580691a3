package percolate;

/**
 * A task of a few examples.
 *
 * @param support what is learnt from, class by class: x [ways · shots, …], y int64 from 0 to ways − 1
 * @param query what is asked, class by class: x [ways · queries, …], y likewise
 */
public record Episode(Batch support, Batch query) {}
