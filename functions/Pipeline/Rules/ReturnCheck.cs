using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>Reads and judges an upload: all that needs no storage.</summary>
public static class ReturnCheck
{
    /// <summary>The return with everything found in it, errors first, then in the order of the sheets.</summary>
    public static ReturnReading Check(Stream content, YearCatalogue catalogue, string unit, string fileName)
    {
        var reading = ReturnReader.Read(content, catalogue, unit, fileName);
        if (reading.Return is null) return reading;
        var sheets = catalogue.Forms.Select((form, index) => (form.Sheet, index)).ToDictionary(f => f.Sheet, f => f.index);
        // The sort is stable: within a sheet findings keep the order in which they were found, top to bottom.
        var findings = reading.Findings.Concat(new RuleLibrary(catalogue).Check(reading.Return))
            .OrderBy(f => f.Severity).ThenBy(f => sheets.GetValueOrDefault(f.Sheet, -1)).ToList();
        return reading with { Findings = findings };
    }
}
