namespace Pipeline.Catalogue;

/// <summary>A 填报单位, or a node above them that reports nothing itself.</summary>
/// <param name="Code">Six digits after GB/T 2260; 430099 is 省本级, 430000 the consolidated province, 000000 the centre.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Kind">Who it is in the hierarchy.</param>
public sealed record Unit(string Code, string Name, UnitKind Kind)
{
    /// <summary>Whether a return is expected from this unit.</summary>
    public bool Reports => Kind is UnitKind.Prefecture or UnitKind.Provincial;
}

/// <summary>A unit's place in the hierarchy. <see cref="Prefecture"/> is scope P of a rule, <see cref="Provincial"/> scope L.</summary>
public enum UnitKind
{
    /// <summary>市州.</summary>
    Prefecture,

    /// <summary>省本级.</summary>
    Provincial,

    /// <summary>全省, virtual.</summary>
    Province,

    /// <summary>中央, the counterparty above.</summary>
    Centre,
}
