/// What the engine says to a person, in one bundle, ready for translation: a [throttlelab.engine.words.Sentence] is a
/// key and what is filled in, and becomes text only when somebody asks for it, in the language that is asked for.
///
/// All texts of the program are kept in one manner, a bundle for each module, because arrows go down only and the engine
/// runs without a window: `words.properties` here, `texts.properties` in the window. A translation is one more file
/// beside each. WordsTest and TextsTest hold both to the same rules.
///
/// English is what stands in files, reports, logs and the terminal, whatever the window speaks: a report is checked by
/// making it again, and whoever gets a file is to read the same words. Only the window asks for another language.
///
/// No bundle is read before the first sentence is shown, and no sentence is put together where work is measured.
package throttlelab.engine.words;
