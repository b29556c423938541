/// The window of Throttle Lab. This package holds only what must be known before there is one: whether a screen is there.
package throttlelab.fxml;
