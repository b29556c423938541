/// What tests of views share: a window in memory, a robot, pictures, and a lab with the shipped model.
///
/// How to write a test here:
/// - Open one [ViewStage][throttlelab.fxml.testing.ViewStage] and one [TestLab][throttlelab.fxml.testing.TestLab] a
///   class, and put back in `@BeforeEach` what tests change. Loading, style sheets and warm-up cost more than the test.
/// - Act with its [Hands][throttlelab.fxml.testing.Hands]; they come back when the window has answered, so what
///   follows may be asserted at once. Whatever a run or a file brings is awaited; nothing sleeps.
/// - A condition that is awaited must stay true once it is: a moment between two looks is missed.
/// - Say where focus and mouse are before relying on them. A mouse left resting by the test before brings up a tooltip.
/// - Ask for a few tokens at full speed; for slow motion, of the least milliseconds that show what is tested.
