/// The window as a program: its stage, its settings, its file choosers, and what happens when something unexpected does.
package throttlelab.app.window;
