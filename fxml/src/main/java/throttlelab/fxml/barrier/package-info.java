/// The stage barrier before a person's eyes: slots that fill and lock, the gate, and what comes of it.
package throttlelab.fxml.barrier;
