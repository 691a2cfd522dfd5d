using Pipeline.Returns;

namespace Pipeline.Reports.Refresh;

/// <summary>A report that staff edited, with the figures in force.</summary>
/// <param name="Document">DOCX: theirs, but for the text in the controls of figures and the XML that says where figures come from.</param>
/// <param name="Changes">What changed, in the order of the text; the same change in a copy of the sentence once.</param>
/// <param name="Findings">What contradicts the data or itself; empty when nothing does. <see cref="Proof.FindingSentence"/> gives the sentence.</param>
public sealed record RefreshedReport(byte[] Document, IReadOnlyList<FigureChange> Changes, IReadOnlyList<Finding> Findings);

/// <summary>A figure that reads differently now.</summary>
/// <param name="Id">Figure id.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="From">What the control held, typed over or printed before.</param>
/// <param name="To">What it holds now.</param>
/// <param name="Sentence">The sentence it stands in, as it reads now.</param>
public sealed record FigureChange(string Id, string Label, string From, string To, string Sentence);
