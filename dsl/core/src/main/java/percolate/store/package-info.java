/**
 * Models as files: description, weights, provenance and checksum in one zip that a person can open; beside these
 * safetensors, weights and TorchScript programs of PyTorch, and trained networks of the network. Nothing in a file is trusted
 * before it is checked, no Java serialisation is involved, and nothing that a pickle names is run. Imports the public types,
 * {@code percolate.model} and {@code .program} to make layers of a description or a program, {@code
 * percolate.data.download}, and {@code percolate.engine} for its arrays.
 */
package percolate.store;
