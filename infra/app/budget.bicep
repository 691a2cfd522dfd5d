// Tells people when the group costs more than it should. It stops nothing.
param name string

@description('A month, in the currency of the subscription.')
param amount int

@description('First day of a month, yyyy-MM-01.')
param start string

param alertEmail string

var people = empty(alertEmail) ? { contactRoles: ['Owner'] } : { contactEmails: [alertEmail], contactRoles: ['Owner'] }

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: '${name}-month'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: union(people, { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual' })
      foreseen: union(people, { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 100, thresholdType: 'Forecasted' })
    }
  }
}
