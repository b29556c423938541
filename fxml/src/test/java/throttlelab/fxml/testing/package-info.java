/// What tests of views share: a window in memory, a robot, pictures, and a lab with the shipped model.
package throttlelab.fxml.testing;
