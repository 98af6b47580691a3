package percolate.plotting.chart;

/** A place on an axis with its words. */
record Tick(double value, String label) {}
