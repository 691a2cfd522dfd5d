namespace Host.Settings;

/// <summary>Who gives a setting its value.</summary>
internal enum SetBy
{
    /// <summary>The templates in <c>infra</c>, always.</summary>
    Templates,

    /// <summary>Nobody, unless an operator wants something else than the default.</summary>
    Operator,

    /// <summary>An engineer on a machine without identities; never in Azure.</summary>
    Developer,
}
